/**
 * The one direction of flow: a {@link ringside.world.Command} goes into a {@link ringside.world.World}, which tells
 * what happened as {@link ringside.world.Event}s; the {@link ringside.world.Timeline} folds them into
 * {@link ringside.world.Snapshot}s of any instant.
 *
 * <p>It knows the engine. It does not know whether time is virtual or real, nor who is looking.
 */
package ringside.world;
