package ringside.net;

import java.util.Optional;

/**
 * An answer of the proxy's own.
 *
 * @param status an error status
 * @param sentence what happened, in ASCII
 * @param http11 whether the client speaks HTTP/1.1
 * @param toHead whether it asked with HEAD, so that no body follows
 * @param keep whether the connection stays open
 * @param retryAfter after how many seconds another try makes sense, if that is known
 */
record Page(int status, String sentence, boolean http11, boolean toHead, boolean keep, Optional<Long> retryAfter) {
    /** One that says nothing of another try. */
    Page(int status, String sentence, boolean http11, boolean toHead, boolean keep) {
        this(status, sentence, http11, toHead, keep, Optional.empty());
    }

    /** The usual words for a status. */
    static String reason(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 408 -> "Request Timeout";
            case 413 -> "Content Too Large";
            case 414 -> "URI Too Long";
            case 417 -> "Expectation Failed";
            case 421 -> "Misdirected Request";
            case 426 -> "Upgrade Required";
            case 429 -> "Too Many Requests";
            case 431 -> "Request Header Fields Too Large";
            case 500 -> "Internal Server Error";
            case 501 -> "Not Implemented";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            case 505 -> "HTTP Version Not Supported";
            default -> "OK";
        };
    }
}
