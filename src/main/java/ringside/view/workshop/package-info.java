/** A workshop on the screen: servers, pieces, the text, and what came of running it. */
package ringside.view.workshop;
