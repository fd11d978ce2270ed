/** Small controls that several panes use; they know nothing of worlds. */
package ringside.view.parts;
