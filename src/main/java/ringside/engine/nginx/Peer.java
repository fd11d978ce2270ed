package ringside.engine.nginx;

import ringside.engine.Member;

/** What nginx knows of one server: its weights, its failures, and when it last looked. */
final class Peer {
    /*
     * A failure costs weight / max_fails of the effective weight, in whole numbers: nothing at all for a weight below
     * max_fails. Whatever was lost comes back by one at each step that the server takes part in. The count of failures
     * is not a window that slides: it is only cleared by a success after a look more than fail_timeout after the last
     * failure, which is also when a disabled server is let try again, with one request.
     */
    final int place;
    final Member member;
    private int effective;
    private int current;
    private int fails;
    private long accessed;
    private long checked;

    Peer(int place, Member member) {
        this.place = place;
        this.member = member;
        this.effective = member.weight();
    }

    /** The same server at another place or on other terms; a new weight begins afresh. */
    Peer(int place, Member member, Peer before) {
        this(place, member);
        current = before.current;
        fails = before.fails;
        accessed = before.accessed;
        checked = before.checked;
        if (member.weight() == before.member.weight()) {
            effective = before.effective;
        }
    }

    int weight() {
        return member.weight();
    }

    int effective() {
        return effective;
    }

    int current() {
        return current;
    }

    /** Whether its failures forbid it, at this second. */
    boolean disabled(long now) {
        int most = member.terms().maxFails();
        return most > 0 && fails >= most && now - checked <= failTimeout();
    }

    /** Whether it has all the requests it may have. */
    boolean full(int inFlight) {
        int most = member.terms().maxConnections();
        return most > 0 && inFlight >= most;
    }

    /** Gains its effective weight, and then recovers by one if it had lost some. */
    void gain() {
        current += effective;
        if (effective < weight()) {
            effective++;
        }
    }

    /** Pays for having won. */
    void pay(int total) {
        current -= total;
    }

    /** It was chosen at this second. */
    void chosen(long now) {
        if (now - checked > failTimeout()) {
            checked = now;
        }
    }

    /** It failed at this second. */
    void failed(long now) {
        fails++;
        accessed = now;
        checked = now;
        int most = member.terms().maxFails();
        if (most > 0) {
            effective = Math.max(0, effective - weight() / most);
        }
    }

    /** It did not fail. */
    void served() {
        if (accessed < checked) {
            fails = 0;
        }
    }

    private long failTimeout() {
        return member.terms().failTimeout().toSeconds();
    }
}
