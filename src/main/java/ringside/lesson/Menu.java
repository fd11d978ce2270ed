package ringside.lesson;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The options of a question as they are told in words, and as they are typed: by their numbers, or by their ids. */
record Menu(Block.Predict asked, List<Block.Option> options) {
    /** A line for each. */
    List<String> lines() {
        return IntStream.range(0, options.size())
                .mapToObj(i -> "  " + (i + 1) + ": " + options.get(i).text())
                .toList();
    }

    /** What is asked for. */
    String prompt() {
        return switch (asked.kind()) {
            case NUMBER -> "Your number";
            case PERCENT -> "Your percentage";
            case CHOICE, SERVER -> "Your choice";
            case ARC -> "From where to where, clockwise from twelve o'clock, such as 25% 60%";
            case BARS -> "A height for each, in this order, such as " + example("10");
            case ORDER ->
                "All of them in order, such as "
                        + IntStream.iterate(options.size(), i -> i - 1)
                                .limit(options.size())
                                .mapToObj(Integer::toString)
                                .collect(Collectors.joining(" "));
        };
    }

    private String example(String height) {
        return options.stream().map(_ -> height).collect(Collectors.joining(" "));
    }

    /** The answer that a line stands for. */
    String meant(String line) {
        var words = List.of(line.strip().split("[\\s,]+"));
        return switch (asked.kind()) {
            case CHOICE, SERVER -> id(line.strip());
            case ORDER -> words.stream().map(this::id).collect(Collectors.joining(" "));
            case BARS -> heights(words, line);
            case NUMBER, PERCENT, ARC -> line;
        };
    }

    private String heights(List<String> words, String line) {
        boolean bare = words.size() == options.size() && !line.contains("=");
        return bare
                ? IntStream.range(0, words.size())
                        .mapToObj(i -> options.get(i).id() + "=" + words.get(i))
                        .collect(Collectors.joining(" "))
                : line;
    }

    /* An option may be called by a number itself: then that is meant. */
    private String id(String word) {
        boolean named = options.stream().anyMatch(o -> o.id().equals(word));
        boolean number = word.matches("[1-9]\\d?") && Integer.parseInt(word) <= options.size();
        return !named && number ? options.get(Integer.parseInt(word) - 1).id() : word;
    }

    /** What is said to a line that can't be understood. */
    String problem(String why) {
        return switch (asked.kind()) {
            case CHOICE, SERVER -> "Choose one of the numbers 1 to " + options.size() + ".";
            case ORDER -> "Put all the numbers 1 to " + options.size() + " in order.";
            case BARS -> "Give each a height, in this order, such as " + example("10") + ".";
            case NUMBER, PERCENT, ARC -> why;
        };
    }
}
