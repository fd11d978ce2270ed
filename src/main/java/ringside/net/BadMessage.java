package ringside.net;

/** A message that is not forwarded: what is wrong with it, and the status that says so. */
final class BadMessage extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;

    BadMessage(int status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    static BadMessage malformed(String sentence) {
        return new BadMessage(400, sentence);
    }

    int status() {
        return status;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
