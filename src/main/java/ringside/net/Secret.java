package ringside.net;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A word that only this run knows: by it the proxy tells the world's own clients, and our servers the proxy, from
 * strangers who use the same field names.
 */
final class Secret {
    private final byte[] word;

    Secret() {
        var random = new byte[16];
        new SecureRandom().nextBytes(random);
        word = Ascii.bytes(HexFormat.of().formatHex(random));
    }

    byte[] word() {
        return word;
    }

    /** Whether a head carries the word alone in this field. */
    boolean in(Fields fields, FieldName name) {
        for (int i = 0; i < fields.count(); i++) {
            if (fields.name(i) == name && startsAt(fields, i) && length(fields, i) == word.length) {
                return true;
            }
        }
        return false;
    }

    /** What follows the word in a head's client field, if one of our own clients wrote it. */
    Optional<String> client(Fields fields) {
        for (int i = 0; i < fields.count(); i++) {
            if (fields.name(i) == FieldName.X_RINGSIDE_CLIENT
                    && startsAt(fields, i)
                    && length(fields, i) > word.length) {
                return Optional.of(
                        Ascii.text(fields.bytes(), fields.valueFrom(i) + word.length + 1, fields.valueTo(i)));
            }
        }
        return Optional.empty();
    }

    private static int length(Fields fields, int place) {
        return fields.valueTo(place) - fields.valueFrom(place);
    }

    private boolean startsAt(Fields fields, int place) {
        int from = fields.valueFrom(place);
        return length(fields, place) >= word.length
                && Arrays.equals(fields.bytes(), from, from + word.length, word, 0, word.length);
    }
}
