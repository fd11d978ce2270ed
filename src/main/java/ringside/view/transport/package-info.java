/** The bottom of the window: moving through time, what was just decided in one sentence, and how it is going. */
package ringside.view.transport;
