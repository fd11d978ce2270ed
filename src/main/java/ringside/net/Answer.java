package ringside.net;

/**
 * What one of our servers answers.
 *
 * @param status its status
 * @param type its media type below {@code text/}
 * @param text its body, in ASCII
 * @param queueFull whether it says that the server's queue is full
 * @param session the session that the client is told to carry; nothing when it needs none
 */
record Answer(int status, String type, String text, boolean queueFull, String session) {
    Answer(int status, String text) {
        this(status, "plain", text, false, "");
    }

    /** The same, telling the client to carry a session. */
    Answer with(String number) {
        return new Answer(status, type, text, queueFull, number);
    }

    boolean good() {
        return status == 200;
    }
}
