/** The left of the window: a lesson's step, its question before the answer, and what is left to do. */
package ringside.view.learn;
