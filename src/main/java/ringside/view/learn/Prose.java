package ringside.view.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import ringside.lesson.Template;
import ringside.view.parts.Controls;

/** Lesson text as nodes: paragraphs, lists, tables and code; raw HTML and images are left out. */
final class Prose extends AbstractVisitor {
    private final ProseBox whole;
    private final Consumer<String> openLink;
    private final List<Node> blocks = new ArrayList<>();

    private Prose(ProseBox whole, Consumer<String> openLink) {
        this.whole = whole;
        this.openLink = openLink;
    }

    /**
     * Lays a document out.
     *
     * @param fill what facts are at the moment
     * @param openLink is told of a link that was clicked, which is not followed
     */
    static ProseBox of(org.commonmark.node.Node document, Function<Template, String> fill, Consumer<String> openLink) {
        var prose = new Prose(new ProseBox(fill), openLink);
        document.accept(prose);
        return prose.into(prose.whole);
    }

    private <B extends VBox> B into(B box) {
        box.getStyleClass().add("prose");
        box.getChildren().setAll(blocks);
        return box;
    }

    private VBox inner(org.commonmark.node.Node parent) {
        var inner = new Prose(whole, openLink);
        inner.visitChildren(parent);
        return inner.into(new VBox());
    }

    private TextFlow inline(org.commonmark.node.Node parent) {
        return Inline.of(parent, whole, openLink);
    }

    @Override
    public void visit(Paragraph paragraph) {
        blocks.add(inline(paragraph));
    }

    @Override
    public void visit(Heading heading) {
        var flow = inline(heading);
        flow.getStyleClass().add("strong");
        blocks.add(flow);
    }

    @Override
    public void visit(BlockQuote quote) {
        var inner = inner(quote);
        inner.getStyleClass().add("inset");
        blocks.add(inner);
    }

    @Override
    public void visit(BulletList list) {
        addItems(list, -1);
    }

    @Override
    public void visit(OrderedList list) {
        Integer first = list.getMarkerStartNumber();
        addItems(list, first == null ? 1 : first);
    }

    /* Bullets when the first number is negative. */
    private void addItems(ListBlock list, int first) {
        var items = new VBox(5);
        int number = first;
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            var mark = Controls.label(first < 0 ? "•" : number++ + ".", "muted");
            mark.setMinWidth(16);
            var words = inner(item);
            HBox.setHgrow(words, Priority.ALWAYS);
            items.getChildren().add(new HBox(4, mark, words));
        }
        blocks.add(items);
    }

    @Override
    public void visit(FencedCodeBlock code) {
        addCode(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        addCode(code.getLiteral());
    }

    private void addCode(String text) {
        Label label = Controls.paragraph(text.stripTrailing(), "mono", "code-block");
        label.setMaxWidth(Double.MAX_VALUE);
        blocks.add(label);
    }

    @Override
    public void visit(ThematicBreak line) {
        blocks.add(Controls.rule());
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock table) {
            blocks.add(new ProseTable(table, whole, openLink));
        }
    }
}
