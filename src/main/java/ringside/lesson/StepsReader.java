package ringside.lesson;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import ringside.config.BadInput;
import ringside.config.Place;

/** Cuts a lesson's Markdown into steps at its headings, and steps into blocks. */
final class StepsReader {
    private static final int MOST_STEPS = 60;
    private static final int MOST_BLOCKS = 500;
    private static final int LONGEST_NAME = 100;

    private final Source source;
    private final String title;
    private final BlockReader reader;
    private final List<Step> steps = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Node> prose = new ArrayList<>();
    private String heading;
    private Place headingAt;
    private int count;

    StepsReader(Source source, String title) {
        this.source = source;
        this.title = title;
        this.heading = title;
        this.headingAt = Place.startOf(source.file());
        this.reader = new BlockReader(source);
    }

    List<Step> read(List<String> lines, int skipped) {
        var markdown = new Markdown(source, skipped);
        var document = markdown.parse(String.join("\n", lines.subList(skipped, lines.size())));
        for (var node = document.getFirstChild(); node != null; ) {
            var next = node.getNext();
            take(node, markdown);
            node = next;
        }
        endStep(markdown);
        if (steps.isEmpty()) {
            throw new BadInput(
                    source.place(skipped + 1, 1), "a lesson has at least one step; begin it with ## and a name");
        }
        return steps;
    }

    private void take(Node node, Markdown markdown) {
        if (node instanceof Heading found && found.getLevel() == 1) {
            checkTitle(found, markdown);
        } else if (node instanceof Heading found && found.getLevel() == 2) {
            endStep(markdown);
            heading = name(found, markdown);
            headingAt = markdown.place(found);
        } else if (node instanceof FencedCodeBlock fence && reader.reads(fence, markdown.place(fence))) {
            endProse(markdown);
            add(reader.read(fence, markdown.place(fence)));
        } else {
            markdown.check(node);
            prose.add(node);
        }
    }

    private void checkTitle(Heading found, Markdown markdown) {
        if (!steps.isEmpty() || !blocks.isEmpty() || !prose.isEmpty()) {
            throw new BadInput(markdown.place(found), "# is the lesson's title and comes first; a step begins with ##");
        }
        if (!markdown.text(found).equals(title)) {
            throw new BadInput(
                    markdown.place(found), "this title is not the one of the front matter; write # " + title);
        }
        headingAt = markdown.place(found);
    }

    private static String name(Heading found, Markdown markdown) {
        markdown.stays(found);
        markdown.check(found);
        var name = markdown.text(found);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new BadInput(
                    markdown.place(found),
                    "a step has a name of 1 to " + LONGEST_NAME + " characters; write it behind ##");
        }
        return name;
    }

    private void endProse(Markdown markdown) {
        if (!prose.isEmpty()) {
            add(markdown.prose(prose));
            prose.clear();
        }
    }

    private void add(Block block) {
        blocks.add(block);
        if (++count > MOST_BLOCKS) {
            throw new BadInput(block.at(), "a lesson has at most " + MOST_BLOCKS + " blocks; split it");
        }
    }

    private void endStep(Markdown markdown) {
        endProse(markdown);
        if (blocks.isEmpty()) {
            if (!heading.equals(title) || !steps.isEmpty()) {
                throw new BadInput(headingAt, "this step is empty; say what happens in it");
            }
            return;
        }
        steps.add(new Step(steps.size() + 1, heading, headingAt, blocks));
        blocks.clear();
        if (steps.size() > MOST_STEPS) {
            throw new BadInput(headingAt, "a lesson has at most " + MOST_STEPS + " steps; split it");
        }
    }
}
