package ringside.app;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import ringside.world.Comparison;
import ringside.world.Pairing;
import ringside.world.Scenario;
import ringside.world.Side;

/** Writes a comparison as JSON: each run as {@link RunJson} does, and how each differs from the first. */
final class ComparisonJson {
    private ComparisonJson() {}

    static String write(Comparison comparison) {
        var runs = new JsonArray();
        for (var side : comparison.sides()) {
            runs.add(run(side));
        }
        var differences = new JsonArray();
        for (int i = 1; i < comparison.sides().size(); i++) {
            differences.add(difference(side(comparison, i), comparison.between(0, i)));
        }
        var all = new JsonObject();
        all.add("runs", runs);
        all.add("differences", differences);
        return RunJson.text(all);
    }

    private static Scenario side(Comparison comparison, int number) {
        return comparison.sides().get(number).tape().begins();
    }

    private static JsonObject run(Side side) {
        return switch (side) {
            case Side.Told told -> RunJson.run(told.tape().begins(), told.figures());
            case Side.Unfit(var tape, var why) -> {
                var unfit = new JsonObject();
                unfit.addProperty("policy", tape.begins().policy().toString());
                unfit.addProperty("unfit", why);
                yield unfit;
            }
        };
    }

    private static JsonObject difference(Scenario of, Pairing pairing) {
        var difference = new JsonObject();
        difference.addProperty("policy", of.policy().toString());
        switch (pairing) {
            case Pairing.Paired paired -> add(difference, paired);
            case Pairing.Unlike(long request, long nanos) -> {
                difference.addProperty("unlikeFromRequest", request);
                difference.addProperty("unlikeFromSeconds", RunJson.seconds(nanos));
            }
            case Pairing.Untold _ -> difference.addProperty("untold", true);
        }
        return difference;
    }

    private static void add(JsonObject difference, Pairing.Paired paired) {
        difference.addProperty("requests", paired.requests());
        difference.addProperty("answeredInBoth", paired.answered());
        difference.addProperty("sooner", paired.faster());
        difference.addProperty("later", paired.slower());
        difference.addProperty("medianMillis", RunJson.millis(paired.medianNanos()));
        difference.addProperty("meanMillis", rounded(paired.meanNanos().mean()));
        paired.meanNanos().plusMinus().ifPresent(nanos -> difference.addProperty("plusMinusMillis", rounded(nanos)));
        paired.movedKeys().ifPresent(keys -> difference.addProperty("movedKeys", keys));
    }

    private static BigDecimal rounded(double nanos) {
        return RunJson.millis(Math.round(nanos));
    }
}
