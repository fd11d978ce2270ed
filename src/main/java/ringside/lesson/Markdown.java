package ringside.lesson;

import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import ringside.config.BadInput;
import ringside.config.Place;
import ringside.lesson.expression.Facts;

/** The Markdown that lessons are written in: no raw HTML, no pictures, links only as data, bounded in depth. */
final class Markdown {
    private static final int DEEPEST = 20;
    private static final int MOST_LEVELS = 16;
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), StrikethroughExtension.create());

    /* Blocks of HTML are not among these, so they are read as paragraphs that show their own text. */
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .enabledBlockTypes(Set.of(
                    Heading.class,
                    FencedCodeBlock.class,
                    IndentedCodeBlock.class,
                    BlockQuote.class,
                    ListBlock.class,
                    ThematicBreak.class))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    private static final TextContentRenderer PLAIN = plain().build();

    private final Source source;
    private final int skipped;

    /** For Markdown that begins after so many lines of the file. */
    Markdown(Source source, int skipped) {
        this.source = source;
        this.skipped = skipped;
    }

    private static TextContentRenderer.Builder plain() {
        return TextContentRenderer.builder()
                .extensions(EXTENSIONS)
                .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS);
    }

    Node parse(String text) {
        return PARSER.parse(text);
    }

    /** Where a node begins in the file. */
    Place place(Node node) {
        var spans = node.getSourceSpans();
        return spans.isEmpty()
                ? source.place(skipped + 1, 1)
                : source.place(
                        skipped + spans.getFirst().getLineIndex() + 1,
                        spans.getFirst().getColumnIndex() + 1);
    }

    /** A node as plain text. */
    String text(Node node) {
        return PLAIN.render(node).strip();
    }

    /** A node as plain text, with the facts in it. */
    static String text(Node node, Facts facts) {
        return plain().nodeRendererFactory(context -> new ProseFacts.Telling(context, facts))
                .build()
                .render(node)
                .strip();
    }

    /** Refuses facts in a heading: none are filled there. */
    void stays(Heading heading) {
        var first = heading.getFirstChild();
        source.stays(place(first == null ? heading : first), text(heading));
    }

    /** Makes one block of nodes that follow each other. */
    Block.Prose prose(List<Node> nodes) {
        var at = place(nodes.getFirst());
        var document = new Document();
        nodes.forEach(document::appendChild);
        return new Block.Prose(at, document);
    }

    /** Refuses what a lesson may not contain, shows raw HTML as the text it is, and finds the facts. */
    void check(Node node) {
        refuseDepth(node, node, 0);
        node.accept(new Checker());
    }

    /* Where the parser goes no deeper, it takes the next block for text: none may be lost in silence. */
    private void refuseDepth(Node node, Node whole, int depth) {
        if (depth > MOST_LEVELS) {
            throw new BadInput(place(whole), "this is nested more than " + MOST_LEVELS + " deep; it should be flatter");
        }
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof org.commonmark.node.Block) {
                refuseDepth(child, whole, depth + 1);
            }
        }
    }

    private void refuseHidden(String text, Node node) {
        Legible.hiddenIn(text).ifPresent(code -> {
            throw new BadInput(place(node), code + " stands here and can't be seen; take it out");
        });
    }

    private final class Checker extends AbstractVisitor {
        private final ProseFacts facts = new ProseFacts(source);

        @Override
        protected void visitChildren(Node parent) {
            ProseFacts.join(parent);
            super.visitChildren(parent);
        }

        @Override
        public void visit(Text text) {
            refuseHidden(text.getLiteral(), text);
            facts.split(text, place(text));
        }

        @Override
        public void visit(Image image) {
            throw new BadInput(place(image), "pictures are not shown in lessons; the stage is the picture");
        }

        @Override
        public void visit(Link link) {
            if (!link.getDestination().matches("https?://[!-~]+")) {
                throw new BadInput(place(link), "a link begins with https:// or http://");
            }
            refuseHidden(String.valueOf(link.getTitle()), link);
            visitChildren(link);
        }

        @Override
        public void visit(HtmlInline html) {
            var text = new Text(html.getLiteral());
            text.setSourceSpans(html.getSourceSpans());
            html.insertBefore(text);
            html.unlink();
        }

        @Override
        public void visit(FencedCodeBlock fence) {
            if (BlockReader.KINDS.contains(fence.getInfo().strip())) {
                throw new BadInput(place(fence), "this block stands inside something else; begin its line with ```");
            }
        }
    }
}
