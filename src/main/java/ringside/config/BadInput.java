package ringside.config;

/** Something that a user wrote is wrong; the message is one line that says where, what, and what would be right. */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Something wrong at a place: {@code file:line:column: what}.
     *
     * @param what what is wrong; what would be right
     */
    public BadInput(Place place, String what) {
        super(Printable.line(place + ": " + what));
    }

    /** Something wrong on the command line, where there is no file to point into. */
    public BadInput(String what) {
        super(Printable.line(what));
    }
}
