package ringside.view.learn;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import ringside.lesson.Filled;
import ringside.view.Texts;
import ringside.view.parts.Controls;

/** The words of one paragraph, each in the style of what surrounds it. */
final class Inline extends AbstractVisitor {
    private final ProseBox whole;
    private final Consumer<String> openLink;
    private final TextFlow flow = new TextFlow();
    private final Deque<String> styles = new ArrayDeque<>();

    private Inline(ProseBox whole, Consumer<String> openLink) {
        this.whole = whole;
        this.openLink = openLink;
        flow.setLineSpacing(3);
    }

    static TextFlow of(Node parent, ProseBox whole, Consumer<String> openLink) {
        var inline = new Inline(whole, openLink);
        inline.visitChildren(parent);
        return inline.flow;
    }

    private Text add(String words) {
        var text = new Text(Texts.together(words));
        text.getStyleClass().add("text");
        text.getStyleClass().addAll(styles);
        flow.getChildren().add(text);
        return text;
    }

    private void styled(String style, Node parent) {
        styles.push(style);
        visitChildren(parent);
        styles.pop();
    }

    @Override
    public void visit(org.commonmark.node.Text text) {
        add(text.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak end) {
        add(" ");
    }

    @Override
    public void visit(HardLineBreak end) {
        add("\n");
    }

    @Override
    public void visit(Emphasis words) {
        styled("emphasis", words);
    }

    @Override
    public void visit(StrongEmphasis words) {
        styled("strong", words);
    }

    @Override
    public void visit(CustomNode words) {
        if (words instanceof Strikethrough) {
            styled("struck", words);
        } else if (words instanceof Filled fact) {
            var text = add("");
            text.setText(whole.filled(text, fact.template()));
        }
    }

    @Override
    public void visit(Code code) {
        styles.push("code");
        add(code.getLiteral());
        styles.pop();
    }

    @Override
    public void visit(Link link) {
        int from = flow.getChildren().size();
        styled("link", link);
        var address = link.getDestination();
        for (var node : flow.getChildren().subList(from, flow.getChildren().size())) {
            node.setOnMouseClicked(_ -> openLink.accept(address));
        }
        if (from < flow.getChildren().size()) {
            var first = flow.getChildren().get(from);
            first.setFocusTraversable(true);
            first.setOnKeyPressed(e -> {
                if (e.getCode() == KeyCode.ENTER) {
                    openLink.accept(address);
                }
            });
            Controls.spoken(first, AccessibleRole.HYPERLINK, address);
        }
    }
}
