package ringside.world;

import ringside.world.Happening.Closed;
import ringside.world.Happening.OfConnection;
import ringside.world.Happening.Opened;
import ringside.world.Happening.Secured;

/** Tells what happened to connections. */
final class ConnectionNarrator {
    private final Phrases phrases;

    ConnectionNarrator(Phrases phrases) {
        this.phrases = phrases;
    }

    String tell(OfConnection what) {
        return switch (what) {
            case Opened(var leg, var peer) -> phrases.say("opened." + leg.name(), peer);
            case Secured(var leg, var peer, var protocol, var cipher, boolean resumed, long took, long _) ->
                phrases.say(
                        (resumed ? "resumed." : "secured.") + leg.name(), peer, protocol, cipher, phrases.nanos(took));
            case Closed(var leg, var peer, boolean encrypted, long received, long sent) ->
                received + sent == 0
                        ? phrases.say("closed.empty." + leg.name(), peer)
                        : phrases.say((encrypted ? "closed.encrypted." : "closed.") + leg.name(), peer, received, sent);
        };
    }
}
