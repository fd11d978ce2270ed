package ringside.lesson.expression;

import java.util.Comparator;
import java.util.stream.Stream;

/** Guesses which word was meant. */
final class Nearest {
    private Nearest() {}

    static String hint(String written, Vocabulary vocabulary) {
        var facts = vocabulary.facts().values().stream().map(Signature::name);
        return Stream.of(facts, vocabulary.words().stream(), vocabulary.servers().stream())
                .flatMap(names -> names.distinct().sorted())
                .filter(name -> distance(written, name) <= near(written, name))
                .min(Comparator.comparingInt(name -> distance(written, name)))
                .map(name -> "; did you mean " + usage(name, vocabulary) + "?")
                .orElse("; text stands in quotes, and lessons/README.md lists the facts");
    }

    private static String usage(String name, Vocabulary vocabulary) {
        return vocabulary.fact(name, false).map(Signature::usage).orElse(name);
    }

    private static int near(String written, String name) {
        return Math.max(1, Math.min(written.length(), name.length()) / 3);
    }

    /** How many letters must be changed, added or left out to make one word of the other (Levenshtein 1965). */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
