package ringside.world;

/** Opens worlds; the application hands it to those who may not know how worlds are made. */
public interface WorldFactory {
    /** A new world, set up and begun. @throws java.io.UncheckedIOException when its sockets can't be had */
    World open(World.Kind kind, Scenario scenario);
}
