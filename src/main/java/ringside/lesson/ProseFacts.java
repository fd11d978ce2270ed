package ringside.lesson;

import java.util.List;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.text.TextContentNodeRendererContext;
import ringside.config.Place;
import ringside.lesson.expression.Facts;

/** Facts in prose: words in braces become nodes of their own, which are filled when they are told. */
final class ProseFacts {
    private final Source source;

    ProseFacts(Source source) {
        this.source = source;
    }

    /** Joins lines that were broken within braces. */
    static void join(Node parent) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            while (node instanceof Text begun
                    && open(begun.getLiteral())
                    && begun.getNext() instanceof SoftLineBreak end
                    && end.getNext() instanceof Text more) {
                begun.setLiteral(begun.getLiteral() + "\n" + more.getLiteral());
                end.unlink();
                more.unlink();
            }
        }
    }

    private static boolean open(String words) {
        int brace = words.lastIndexOf('{');
        return brace > words.lastIndexOf('}') && (brace == 0 || words.charAt(brace - 1) != '{');
    }

    /** Puts plain words and facts in the place of a text that has braces. @throws ringside.config.BadInput when a fact can't be read */
    void split(Text text, Place at) {
        if (text.getLiteral().indexOf('{') < 0) {
            return;
        }
        for (var part : new TemplateReader(source, at, text.getLiteral()).read().parts()) {
            text.insertBefore(
                    part instanceof Template.Part.Plain(var words)
                            ? new Text(words)
                            : new Filled(new Template(List.of(part))));
        }
        text.unlink();
    }

    /** Tells them in plain text. */
    record Telling(TextContentNodeRendererContext context, Facts facts) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Filled.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof Filled fact) {
                context.getWriter().write(fact.template().fill(facts));
            }
        }
    }
}
