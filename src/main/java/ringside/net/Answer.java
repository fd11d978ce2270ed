package ringside.net;

/**
 * What one of our servers answers.
 *
 * @param status its status
 * @param type its media type below {@code text/}
 * @param text its body, in ASCII
 * @param queueFull whether it says that the server's queue is full
 */
record Answer(int status, String type, String text, boolean queueFull) {
    Answer(int status, String text) {
        this(status, "plain", text, false);
    }

    boolean good() {
        return status == 200;
    }
}
