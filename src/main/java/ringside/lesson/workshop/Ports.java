package ringside.lesson.workshop;

/** Ports as texts have them. */
final class Ports {
    private Ports() {}

    /** The port that a text such as {@code 127.0.0.1:8083, 127.0.0.1:8081} ends with; 0 when it ends with none. */
    static int last(String addresses) {
        var port = addresses.substring(addresses.lastIndexOf(':') + 1).strip();
        return port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 0;
    }
}
