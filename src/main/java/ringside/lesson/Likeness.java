package ringside.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ringside.config.BadInput;
import ringside.config.Place;
import ringside.config.Printable;
import ringside.config.Yaml;
import ringside.config.YamlValue;

/** A translation held beside its original: only what a learner reads may differ. */
final class Likeness {
    private static final Set<String> READ = Set.of(
            "title", "text", "label", "question", "right", "because", "otherwise", "hint", "done", "front", "back");
    private static final Set<String> ADDED = Set.of("text", "label");

    private final Written original;
    private final Written translation;

    /** One of the two, line by line. */
    record Written(String file, List<String> lines) {
        /** Its name without the folder. */
        private String name() {
            return file.substring(file.lastIndexOf('/') + 1);
        }

        private YamlValue head() {
            return Yaml.read(file, String.join("\n", lines.subList(1, FrontMatter.end(file, lines))), 2);
        }

        /** What a block begins with: its name, or nothing where there are only words. */
        private String kind(Block block) {
            return block instanceof Block.Prose
                    ? ""
                    : fence(block).replaceFirst("[`~]+", "").strip();
        }

        private String fence(Block block) {
            return lines.get(block.at().line() - 1).strip();
        }

        private List<String> content(Block block) {
            var marks = fence(block).replaceFirst("[^`~].*", "");
            return lines.stream()
                    .skip(block.at().line())
                    .takeWhile(line -> !line.strip().startsWith(marks))
                    .toList();
        }

        private YamlValue yaml(Block block) {
            return Yaml.read(file, String.join("\n", content(block)), block.at().line() + 1);
        }

        /** The lines of a block that say something, and where. */
        private List<Line> said(Block block) {
            var said = new ArrayList<Line>();
            int number = block.at().line();
            for (var line : content(block)) {
                number++;
                var text = line.strip();
                if (!text.isEmpty() && !text.startsWith("#")) {
                    said.add(new Line(new Place(file, number, line.indexOf(text) + 1), text));
                }
            }
            return said;
        }
    }

    private record Line(Place at, String text) {}

    Likeness(Written original, Written translation) {
        this.original = original;
        this.translation = translation;
    }

    /** Holds the heads of both beside each other. @throws BadInput where the translation strays */
    void heads() {
        same(original.head(), translation.head());
    }

    /** Holds steps beside each other. @throws BadInput where the translation strays */
    void steps(List<Step> these, List<Step> those) {
        for (int i = 0; i < Math.min(these.size(), those.size()); i++) {
            blocks(these.get(i).blocks(), those.get(i).blocks(), those.get(i).at());
        }
        if (these.size() > those.size()) {
            var next = these.get(those.size());
            throw new BadInput(
                    those.getLast().at(),
                    "the step after this one is missing; translate \"" + Printable.brief(next.title()) + "\", "
                            + place(next.at()));
        } else if (those.size() > these.size()) {
            throw new BadInput(
                    those.get(these.size()).at(), original.name() + " has no such step; leave it out, or add it there");
        }
    }

    /**
     * Holds blocks beside each other.
     *
     * @param begins where the translation's stand
     * @throws BadInput where the translation strays
     */
    void blocks(List<? extends Block> these, List<? extends Block> those, Place begins) {
        for (int i = 0; i < Math.max(these.size(), those.size()); i++) {
            if (i == these.size()) {
                throw new BadInput(
                        those.get(i).at(),
                        original.name() + " has nothing more in this step; leave this out, or add it there");
            }
            var before = i == 0 ? begins : those.get(i - 1).at();
            if (i == those.size()) {
                throw new BadInput(before, "after this, " + what(these.get(i)) + " is missing");
            }
            if (!original.kind(these.get(i)).equals(translation.kind(those.get(i)))) {
                throw new BadInput(those.get(i).at(), "here should be " + what(these.get(i)));
            }
            same(these.get(i), those.get(i));
        }
    }

    private String what(Block block) {
        var kind = original.kind(block);
        return (kind.isEmpty() ? "text" : "the block `" + kind + "`") + " as in " + place(block.at());
    }

    private String place(Place at) {
        return original.name() + ", line " + at.line();
    }

    private void same(Block one, Block other) {
        if (one instanceof Block.Prose) {
            return;
        }
        boolean inLines = one instanceof Block.Do || one instanceof Block.Check;
        if (inLines && !BlockReader.longForm(original.content(one))) {
            sameLines(original.said(one), translation.said(other), other.at());
        } else {
            same(original.yaml(one), translation.yaml(other));
        }
    }

    private void sameLines(List<Line> these, List<Line> those, Place begins) {
        for (int i = 0; i < Math.max(these.size(), those.size()); i++) {
            var wanted = i < these.size() ? these.get(i).text() : "";
            var given = i < those.size() ? those.get(i).text() : "";
            if (!wanted.equals(given)) {
                var at = i < those.size() ? those.get(i).at() : begins;
                throw new BadInput(
                        at,
                        wanted.isEmpty()
                                ? original.name() + " has no such line; leave it out"
                                : "here should be " + Printable.brief(wanted) + " as in "
                                        + place(these.get(i).at()));
            }
        }
    }

    private void same(YamlValue one, YamlValue other) {
        if (one.isMap() && other.isMap()) {
            sameKeys(one.entries(), other.entries(), other);
        } else if (one.isList() && other.isList()) {
            sameItems(one.list(), other.list(), other);
        } else if (one.written().isEmpty() || !one.written().equals(other.written())) {
            throw other.wrong("should be "
                    + one.written().map(Printable::brief).orElse("what it is") + " as in " + place(one.place())
                    + "; a translation changes only what is read");
        }
    }

    private void sameItems(List<YamlValue> these, List<YamlValue> those, YamlValue list) {
        if (these.size() != those.size()) {
            throw list.wrong("has " + those.size() + "; in " + original.name() + " there are " + these.size());
        }
        for (int i = 0; i < these.size(); i++) {
            same(these.get(i), those.get(i));
        }
    }

    private void sameKeys(Map<String, YamlValue> these, Map<String, YamlValue> those, YamlValue map) {
        these.forEach((key, value) -> {
            if (!those.containsKey(key)) {
                throw new BadInput(
                        map.place(), "`" + Printable.brief(key) + "` is missing; it stands in " + place(value.place()));
            }
        });
        those.forEach((key, value) -> {
            var wanted = these.get(key);
            if (wanted == null && !ADDED.contains(key)) {
                throw value.wrong("does not stand in " + original.name() + "; leave it out, or add it there");
            }
            if (wanted != null && !READ.contains(key)) {
                same(wanted, value);
            }
        });
    }
}
