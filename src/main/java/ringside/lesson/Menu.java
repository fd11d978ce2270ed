package ringside.lesson;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The options of a question as they are told in words, and as they are typed: by their numbers, or by their ids. */
record Menu(Block.Predict asked, List<Block.Option> options, Guidance guidance) {
    /** A line for each. */
    List<String> lines() {
        return IntStream.range(0, options.size())
                .mapToObj(i -> "  " + (i + 1) + ": " + options.get(i).text())
                .toList();
    }

    /** What is asked for. */
    String prompt() {
        return switch (asked.kind()) {
            case NUMBER -> guidance.say("aloud.number");
            case PERCENT -> guidance.say("aloud.percent");
            case CHOICE, SERVER -> guidance.say("aloud.choice");
            case ARC -> guidance.say("aloud.arc");
            case BARS -> guidance.say("aloud.bars", example("10"));
            case ORDER -> guidance.say("aloud.order", backwards());
        };
    }

    private String backwards() {
        return IntStream.iterate(options.size(), i -> i - 1)
                .limit(options.size())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
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
            case CHOICE, SERVER -> guidance.say("menu.choice", Integer.toString(options.size()));
            case ORDER -> guidance.say("menu.order", Integer.toString(options.size()));
            case BARS -> guidance.say("menu.bars", example("10"));
            case NUMBER, PERCENT, ARC -> why;
        };
    }
}
