/**
 * The stage: the one picture of a world, on which servers are dragged and requests travel.
 *
 * <p>Geometry and choreography are numbers and know no toolkit; painters draw through {@link ringside.view.stage.Brush}
 * alone, so that the screen and an exported picture cannot differ. It changes a world only through
 * {@link ringside.view.Show#apply}.
 */
package ringside.view.stage;
