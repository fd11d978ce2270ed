/** Cards as they are asked: one at a time, with a small stage, four grades, and a list of all of them. */
package ringside.view.review;
