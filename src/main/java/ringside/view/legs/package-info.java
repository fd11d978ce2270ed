/** What is shown beside the stage of a live world: bytes on the legs, and another layer. It changes nothing. */
package ringside.view.legs;
