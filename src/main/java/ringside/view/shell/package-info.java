/** The window as a whole: the ways between its places, what all places share, and what is remembered. */
package ringside.view.shell;
