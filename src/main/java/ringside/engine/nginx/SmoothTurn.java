package ringside.engine.nginx;

import java.util.ArrayList;
import java.util.List;
import ringside.engine.Detail;
import ringside.engine.Reason;

/**
 * One step of smooth weighted round robin.
 *
 * @param winner who had the most
 * @param why each one's part, if it was to be written down, and what the winner paid
 */
record SmoothTurn(Peer winner, Reason.Raised why) implements Found {
    /**
     * Among these, at least one: each gains its effective weight, the first with the most wins and pays the sum.
     *
     * @param detail whether the parts are written down
     */
    static SmoothTurn among(List<Peer> peers, Detail detail) {
        boolean told = detail == Detail.REASONED;
        var winner = peers.getFirst();
        int total = 0;
        var gains = new ArrayList<Reason.Gain>(told ? peers.size() : 0);
        for (var peer : peers) {
            int effective = peer.effective();
            int before = peer.current();
            total += effective;
            peer.gain();
            if (told) {
                gains.add(new Reason.Gain(peer.member.id(), peer.weight(), effective, before, peer.current()));
            }
            if (peer.current() > winner.current()) {
                winner = peer;
            }
        }
        winner.pay(total);
        if (told) {
            int place = peers.indexOf(winner);
            var won = gains.get(place);
            gains.set(
                    place,
                    new Reason.Gain(won.server(), won.weight(), won.effective(), won.before(), winner.current()));
        }
        return new SmoothTurn(winner, new Reason.Raised(List.copyOf(gains), total));
    }
}
