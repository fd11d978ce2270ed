/** Stories on the same arrivals, one above the other and in figures; it is handed what tells stories, and keeps no world. */
package ringside.view.compare;
