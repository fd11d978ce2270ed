/**
 * The screen: it draws {@link ringside.world.Snapshot}s and turns gestures into {@link ringside.world.Command}s.
 *
 * <p>It never changes a world behind its back, and does not know whether a world is simulated or live beyond its badge.
 */
package ringside.view;
