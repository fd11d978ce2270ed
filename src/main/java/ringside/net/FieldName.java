package ringside.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The fields that a proxy looks at, and whether it copies them as they are (RFC 9110 §7.6). */
enum FieldName {
    /** Any other. */
    OTHER(true, true),
    CONNECTION(false, false),
    CONTENT_LENGTH(false, false),
    EXPECT(false, true),
    FORWARDED(false, true),
    HOST(false, true),
    HTTP2_SETTINGS(false, false),
    KEEP_ALIVE(false, false),
    MAX_FORWARDS(true, true),
    ORIGIN(true, true),
    PROXY_AUTHENTICATE(false, false),
    PROXY_AUTHORIZATION(false, false),
    PROXY_CONNECTION(false, false),
    SEC_FETCH_DEST(true, true),
    SEC_FETCH_MODE(true, true),
    SEC_FETCH_SITE(true, true),
    SET_COOKIE(true, true),
    TE(false, false),
    TRAILER(false, false),
    TRANSFER_ENCODING(false, false),
    UPGRADE(false, false),
    VIA(false, false),
    X_FORWARDED_FOR(false, true),
    X_FORWARDED_HOST(false, true),
    X_FORWARDED_PROTO(false, true),
    X_RINGSIDE_CLIENT(false, false),
    X_RINGSIDE_QUEUE(false, false),
    X_RINGSIDE_REQUEST(false, false),
    X_RINGSIDE_RUN(false, false),
    X_RINGSIDE_SERVER(false, false);

    private static final FieldName[][] BY_LENGTH = byLength();

    @SuppressWarnings("ImmutableEnumChecker") // nobody writes to it
    private final byte[] lower = Ascii.bytes(name().toLowerCase(Locale.ROOT).replace('_', '-'));

    private final boolean copiedInRequests;
    private final boolean copiedInResponses;

    FieldName(boolean copiedInRequests, boolean copiedInResponses) {
        this.copiedInRequests = copiedInRequests;
        this.copiedInResponses = copiedInResponses;
    }

    private static FieldName[][] byLength() {
        var lists = new ArrayList<List<FieldName>>();
        for (var name : values()) {
            while (lists.size() <= name.lower.length) {
                lists.add(new ArrayList<>());
            }
            if (name != OTHER) {
                lists.get(name.lower.length).add(name);
            }
        }
        return lists.stream().map(l -> l.toArray(FieldName[]::new)).toArray(FieldName[][]::new);
    }

    /** The name that a range of bytes spells, in any case. */
    static FieldName of(byte[] bytes, int from, int to) {
        if (to - from < BY_LENGTH.length) {
            for (var name : BY_LENGTH[to - from]) {
                if (Ascii.same(bytes, from, to, name.lower)) {
                    return name;
                }
            }
        }
        return OTHER;
    }

    boolean copiedInRequests() {
        return copiedInRequests;
    }

    boolean copiedInResponses() {
        return copiedInResponses;
    }
}
