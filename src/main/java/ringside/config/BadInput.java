package ringside.config;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that a user wrote is wrong; the message is one line that says where, what, and what would be right. */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient @Nullable Place place;
    private final String what;

    /**
     * Something wrong at a place: {@code file:line:column: what}.
     *
     * @param what what is wrong; what would be right
     */
    public BadInput(Place place, String what) {
        super(Printable.line(place + ": " + what));
        this.place = place;
        this.what = Printable.line(what);
    }

    /** Something wrong on the command line, where there is no file to point into. */
    public BadInput(String what) {
        super(Printable.line(what));
        this.place = null;
        this.what = Printable.line(what);
    }

    /** Where it is, if it is in a text. */
    public Optional<Place> place() {
        return Optional.ofNullable(place);
    }

    /** What is wrong, without the place. */
    public String what() {
        return what;
    }
}
