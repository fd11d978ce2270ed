/** The right of the window: what is picked out, down to the figures behind each decision, and what can be changed. */
package ringside.view.inspect;
