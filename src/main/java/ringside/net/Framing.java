package ringside.net;

import java.util.Locale;
import java.util.regex.Pattern;

/** Where a message's body ends (RFC 9112 §6.3). */
sealed interface Framing {
    /** There is none. */
    record None() implements Framing {}

    /** After this many bytes. */
    record Length(long bytes) implements Framing {}

    /** With its last chunk. */
    record Chunked() implements Framing {}

    /** When the connection closes: answers only. */
    record UntilClose() implements Framing {}

    /** The one coding that every HTTP/1.1 peer knows. */
    byte[] CHUNKED_NAME = Ascii.bytes("chunked");

    /** Codings that are well formed and end in chunked. */
    Pattern BEFORE_CHUNKED = Pattern.compile("((x-)?gzip|(x-)?compress|deflate)[ \t]*,[ \t]*chunked");

    Framing NONE = new None();
    Framing CHUNKED = new Chunked();
    Framing UNTIL_CLOSE = new UntilClose();

    /** What a head's fields say: one length or one coding; anything that could be read in two ways is refused (§11.2). */
    static Framing of(Fields fields, boolean http11, Framing whenUnsaid) throws BadMessage {
        int lengths = fields.count(FieldName.CONTENT_LENGTH);
        int codings = fields.count(FieldName.TRANSFER_ENCODING);
        if (lengths == 0 && codings == 0) {
            return whenUnsaid;
        }
        if (lengths + codings > 1) {
            throw BadMessage.malformed(
                    "a message has one Content-Length or one Transfer-Encoding, not several or both");
        }
        return lengths == 1 ? length(fields) : coding(fields, http11);
    }

    private static Framing length(Fields fields) throws BadMessage {
        int place = fields.place(FieldName.CONTENT_LENGTH);
        long bytes = 0;
        for (int i = fields.valueFrom(place); i < fields.valueTo(place); i++) {
            byte b = fields.bytes()[i];
            if (!Ascii.digit(b) || bytes > (Long.MAX_VALUE - 9) / 10) {
                throw BadMessage.malformed("Content-Length is one whole number");
            }
            bytes = bytes * 10 + b - '0';
        }
        if (fields.valueFrom(place) == fields.valueTo(place)) {
            throw BadMessage.malformed("Content-Length is one whole number, not nothing");
        }
        return new Length(bytes);
    }

    private static Framing coding(Fields fields, boolean http11) throws BadMessage {
        int place = fields.place(FieldName.TRANSFER_ENCODING);
        if (!http11) {
            throw BadMessage.malformed("Transfer-Encoding is not for HTTP/1.0");
        }
        if (fields.valueIs(place, CHUNKED_NAME)) {
            return CHUNKED;
        }
        var value = fields.value(place).toLowerCase(Locale.ROOT);
        if (BEFORE_CHUNKED.matcher(value).matches()) {
            throw new BadMessage(501, "the only transfer coding here is chunked");
        }
        throw BadMessage.malformed("the only transfer coding here is chunked");
    }
}
