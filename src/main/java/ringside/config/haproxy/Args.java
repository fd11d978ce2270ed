package ringside.config.haproxy;

import java.time.Duration;
import java.util.Collection;
import ringside.config.BadInput;
import ringside.config.Nearest;

/** The words of a line, taken one after the other. */
final class Args {
    private static final int MOST_SHOWN = 12;

    private final Line line;
    private final Notes notes;
    private int next = 1;

    /** Those that follow the keyword of a line. */
    Args(Line line, Notes notes) {
        this.line = line;
        this.notes = notes;
    }

    /** Where what is left out or put elsewhere is noted. */
    Notes notes() {
        return notes;
    }

    /** Whether there is nothing more to read: for HAProxy an empty word ends a line. */
    boolean done() {
        return next >= line.words().size() || line.words().get(next).text().isEmpty();
    }

    /** The word taken last. */
    Word last() {
        return line.words().get(next - 1);
    }

    /** The next word, which must be there; it is told as lacking in these words, such as "a number". */
    Word next(String wanted) {
        var word = value(wanted);
        if (word.variable()) {
            throw word.wrong("has an environment variable in it, which is not filled in here; write its value");
        }
        return word;
    }

    /** The next word, which must be there and is not looked at. */
    Word value(String wanted) {
        if (done()) {
            throw last().wrong("lacks " + wanted + "; write it after " + last().shown());
        }
        return line.words().get(next++);
    }

    /** Whether the next word is this. */
    boolean sees(String text) {
        return !done() && line.words().get(next).text().equals(text);
    }

    /** Takes the next word if it is this. */
    boolean took(String text) {
        boolean seen = sees(text);
        next += seen ? 1 : 0;
        return seen;
    }

    /** A whole number, told in these words when it is none, such as "a weight". */
    int whole(String wanted, int least, int most) {
        var word = next(wanted);
        if (word.text().matches("[-+]?[0-9]{1,10}")) {
            long number = Long.parseLong(word.text());
            if (number >= least && number <= most) {
                return (int) number;
            }
        }
        throw word.wrong("is not " + wanted + "; write a whole number from " + least + " to " + most);
    }

    /** A whole number of which only the first so many make a difference here. */
    int wholeUpTo(String wanted, int least, int most) {
        int number = whole(wanted, least, Integer.MAX_VALUE);
        if (number > most) {
            notes.add(last(), last().shown() + " is counted as " + most + ", the largest number that is told apart");
        }
        return Math.min(number, most);
    }

    /** A time. */
    Duration time() {
        return Times.of(next("a time, such as 500ms"));
    }

    /** Notes what was not looked at, which HAProxy does not look at either. */
    void finish() {
        if (next < line.words().size()) {
            var word = line.words().get(next);
            notes.add(
                    word,
                    word.text().isEmpty()
                            ? "an empty word ends a line for HAProxy; what follows it is not looked at"
                            : word.shown() + " stands where nothing is expected; HAProxy does not look at it");
        }
    }

    /** Refuses more words. */
    void end() {
        if (!done()) {
            throw line.words().get(next).wrong("is one word too many; take it out");
        }
        finish();
    }

    /** The word taken last is none of those known. */
    BadInput unknown(String kind, Collection<String> known) {
        return unknown(last(), kind, known);
    }

    /** A word is none of those known for what it should be, such as an "option". */
    static BadInput unknown(Word word, String kind, Collection<String> known) {
        var guess = Nearest.to(word.text(), known)
                .map(k -> "did you mean `" + k + "`?")
                .orElse(
                        known.size() > MOST_SHOWN
                                ? "write one that HAProxy 2.6 has"
                                : "write " + (known.size() > 1 ? "one of " : "") + String.join(", ", known));
        return word.wrong("is no " + kind + "; " + guess);
    }
}
