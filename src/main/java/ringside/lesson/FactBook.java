package ringside.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ringside.lesson.expression.Signature;
import ringside.lesson.expression.Value;
import ringside.lesson.expression.Vocabulary;

/** Every fact that a lesson may ask for. */
public final class FactBook {
    private static final Map<String, Fact> FACTS = index();
    private static final Set<String> WORDS = Set.of(
            "up",
            "down",
            "draining",
            "absent",
            "healthy",
            "slow",
            "errors",
            "zombie",
            "refusing",
            "crashed",
            "none",
            "tcp",
            "http",
            "nobody",
            "cookie",
            "source",
            "local",
            "shared",
            "off",
            "balancer",
            "nothing",
            "handshake",
            "sealed",
            "text");

    private FactBook() {}

    /** The facts in the order an author reads of them. */
    public static List<Signature> signatures() {
        return FACTS.values().stream().map(Fact::signature).toList();
    }

    /** The facts and the words that need no quotes, still without a lesson's servers. */
    public static Vocabulary vocabulary() {
        return Vocabulary.of(signatures()).plusWords(WORDS);
    }

    static Value value(String name, List<Value> arguments, Moment moment) {
        var fact = FACTS.get(name + "/" + arguments.size());
        if (fact == null) {
            throw new IllegalStateException("no fact is called " + name);
        }
        return fact.at(moment, arguments);
    }

    private static Map<String, Fact> index() {
        var all = new ArrayList<Fact>(RequestFacts.ALL);
        all.addAll(ServerFacts.ALL);
        all.addAll(CheckFacts.ALL);
        all.addAll(KeyFacts.ALL);
        all.addAll(RemapFacts.ALL);
        all.addAll(ArcFacts.ALL);
        all.addAll(ReplayFacts.ALL);
        all.addAll(TraceFacts.ALL);
        all.addAll(TrialFacts.ALL);
        all.addAll(TrialCacheFacts.ALL);
        all.addAll(SpreadFacts.ALL);
        all.addAll(CacheFacts.ALL);
        all.addAll(ClientFacts.ALL);
        all.addAll(HerdFacts.ALL);
        all.addAll(LimitFacts.ALL);
        all.addAll(RouteFacts.ALL);
        all.addAll(StickyFacts.ALL);
        all.addAll(LayerFacts.ALL);
        all.addAll(TlsFacts.ALL);
        var byName = new LinkedHashMap<String, Fact>();
        all.forEach(f -> byName.put(f.key(), f));
        return Collections.unmodifiableMap(byName);
    }
}
