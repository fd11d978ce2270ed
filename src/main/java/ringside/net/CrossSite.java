package ringside.net;

import java.util.function.Predicate;

/** Tells requests that some other site's page has a browser make from those that the user makes. */
final class CrossSite {
    /*
     * A browser says where a request comes from in Origin and in Sec-Fetch-Site, and no page can forge either. Whoever
     * says nothing is no browser, or an old one asking with GET. A link on another site's page may lead here: that is
     * a navigation of the whole tab, which shows that page nothing of the answer.
     */
    private static final byte[] CROSS_SITE = Ascii.bytes("cross-site");
    private static final byte[] NAVIGATE = Ascii.bytes("navigate");
    private static final byte[] DOCUMENT = Ascii.bytes("document");
    private static final byte[] HTTP = Ascii.bytes("http://");
    private static final byte[] HTTPS = Ascii.bytes("https://");

    private CrossSite() {}

    /** Refuses a request that another site's page makes; our hosts are those that pass the test. */
    static void check(RequestHead head, Predicate<Authority> ours) throws BadMessage {
        var fields = head.fields();
        boolean crosses = false;
        boolean navigates = false;
        boolean wholeTab = false;
        for (int i = 0; i < fields.count(); i++) {
            switch (fields.name(i)) {
                case ORIGIN -> checkOrigin(fields, i, ours);
                case SEC_FETCH_SITE -> crosses |= fields.valueIs(i, CROSS_SITE);
                case SEC_FETCH_MODE -> navigates |= fields.valueIs(i, NAVIGATE);
                case SEC_FETCH_DEST -> wholeTab |= fields.valueIs(i, DOCUMENT);
                default -> {}
            }
        }
        if (crosses && !(navigates && wholeTab && head.safe())) {
            throw refused();
        }
    }

    private static void checkOrigin(Fields fields, int place, Predicate<Authority> ours) throws BadMessage {
        var bytes = fields.bytes();
        int from = fields.valueFrom(place);
        int to = fields.valueTo(place);
        int scheme = starts(bytes, from, to, HTTP) ? HTTP.length : starts(bytes, from, to, HTTPS) ? HTTPS.length : 0;
        if (scheme == 0) {
            throw refused();
        }
        var origin = new Authority();
        origin.read(bytes, from + scheme, to);
        if (!ours.test(origin)) {
            throw refused();
        }
    }

    private static boolean starts(byte[] bytes, int from, int to, byte[] lower) {
        return to - from >= lower.length && Ascii.same(bytes, from, from + lower.length, lower);
    }

    private static BadMessage refused() {
        return new BadMessage(403, "another site's page may not send requests here");
    }
}
