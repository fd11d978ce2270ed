package ringside.lesson;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import ringside.config.BadInput;
import ringside.config.Place;
import ringside.config.Printable;
import ringside.config.Yaml;
import ringside.config.YamlMap;
import ringside.config.YamlValue;

/** Reads one fenced block. */
final class BlockReader {
    static final List<String> KINDS =
            List.of("do", "predict", "task", "trial", "keep", "workshop", "say", "card", "check");
    private static final List<String> CODE =
            List.of("", "text", "sh", "console", "http", "yaml", "nginx", "haproxy", "java", "python");
    private static final Pattern LONG_FORM = Pattern.compile("\\s*(label|auto|words|when|claims)\\s*:.*");

    private final Source source;

    BlockReader(Source source) {
        this.source = source;
    }

    /** Whether a fence is a block of ours; if not, it is code to be shown. */
    boolean reads(FencedCodeBlock fence, Place at) {
        var kind = kind(fence);
        if (fence.getClosingFenceLength() == null) {
            throw new BadInput(at, "this block is not closed; end it with a line of ```");
        }
        if (CODE.contains(kind)) {
            return false;
        }
        if (!KINDS.contains(kind)) {
            throw new BadInput(
                    new Place(at.file(), at.line(), at.column() + fence.getOpeningFenceLength()),
                    "unknown block `" + Printable.brief(kind) + "`; there are " + String.join(", ", KINDS)
                            + ", and text for words to be shown as they are");
        }
        if (fence.getFenceIndent() > 0) {
            throw new BadInput(at, "this block is indented; begin its line with ```");
        }
        return true;
    }

    private static String kind(FencedCodeBlock fence) {
        return fence.getInfo().strip();
    }

    /** Reads a fence of ours. */
    Block read(FencedCodeBlock fence, Place at) {
        var lines = fence.getLiteral().lines().toList();
        var content = new Content(at, lines);
        if (lines.stream().allMatch(String::isBlank)) {
            throw new BadInput(at, "this block is empty; fill it or leave it out");
        }
        refuseAnother(at, lines);
        return switch (kind(fence)) {
            case "do" -> steps(content);
            case "predict" -> new PredictReader(source).read(at, content.yaml());
            case "task" -> task(content);
            case "say" -> say(content);
            case "trial" -> new TrialReader(source).trial(at, content.yaml());
            case "keep" -> new TrialReader(source).keep(at, content.yaml());
            case "workshop" -> WorkshopReader.read(at, content.yaml());
            case "card" -> new CardReader(source).read(at, content.yaml());
            default -> check(content);
        };
    }

    /* Nothing of ours begins with three backticks: another block is begun before this one was closed. */
    private static void refuseAnother(Place at, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("```")) {
                throw new BadInput(
                        at,
                        "this block is not closed before another begins on line " + (at.line() + 1 + i)
                                + "; end it with a line of ```");
            }
        }
    }

    /** What stands between a block's fences. */
    private final class Content {
        private final Place at;
        private final List<String> lines;

        private Content(Place at, List<String> lines) {
            this.at = at;
            this.lines = lines;
        }

        private int firstLine() {
            return at.line() + 1;
        }

        private YamlValue yaml() {
            return Legible.check(Yaml.read(source.file(), String.join("\n", lines), firstLine()));
        }

        private YamlMap map(String... known) {
            return yaml().map(known);
        }
    }

    /** Whether what stands between fences is YAML, where it could be plain lines. */
    static boolean longForm(List<String> lines) {
        return lines.stream()
                .filter(l -> !l.isBlank() && !l.startsWith("#"))
                .findFirst()
                .map(l -> LONG_FORM.matcher(l).matches())
                .orElse(false);
    }

    private Block steps(Content content) {
        if (!longForm(content.lines)) {
            var commands = source.commands(content.lines, content.firstLine());
            return new Block.Do(content.at, label(commands), false, filled(commands, content.at));
        }
        var fields = content.map("label", "auto", "words");
        var commands = commands(fields.required("words"));
        var label = fields.optional("label").map(source::words).orElseGet(() -> label(commands));
        boolean auto = fields.optional("auto").map(YamlValue::yesOrNo).orElse(false);
        return new Block.Do(content.at, label, auto, filled(commands, content.at));
    }

    private static String label(List<Words> commands) {
        return String.join(", ", commands.stream().map(Words::text).toList());
    }

    private List<Words> commands(YamlValue value) {
        return value.isList() ? value.list().stream().map(source::command).toList() : List.of(source.command(value));
    }

    private static <T> List<T> filled(List<T> list, Place at) {
        if (list.isEmpty()) {
            throw new BadInput(at, "this block does nothing; write at least one line");
        }
        return list;
    }

    private Block task(Content content) {
        var fields = content.map("text", "until", "hint", "solution", "done");
        return new Block.Task(
                content.at,
                source.template(fields.required("text")),
                source.condition(fields.required("until")),
                fields.optional("hint").map(source::words),
                commands(fields.required("solution")),
                fields.optional("done").map(source::template));
    }

    private Block say(Content content) {
        var fields = content.map("when", "text");
        return new Block.Say(
                content.at, source.condition(fields.required("when")), source.template(fields.required("text")));
    }

    private Block check(Content content) {
        if (!longForm(content.lines)) {
            var claims = source.claims(content.lines, content.firstLine());
            return new Block.Check(content.at, Optional.empty(), filled(claims, content.at));
        }
        var fields = content.map("when", "claims");
        var claims =
                fields.required("claims").list().stream().map(source::claim).toList();
        return new Block.Check(content.at, fields.optional("when").map(source::condition), filled(claims, content.at));
    }
}
