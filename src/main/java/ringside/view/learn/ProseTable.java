package ringside.view.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;

/** A table of lesson text, whose columns share the width so that no word is torn. */
final class ProseTable extends GridPane {
    private final ProseBox whole;
    private final Consumer<String> openLink;
    private final List<List<String>> words = new ArrayList<>();

    ProseTable(TableBlock table, ProseBox whole, Consumer<String> openLink) {
        super(10, 5);
        this.whole = whole;
        this.openLink = openLink;
        getStyleClass().add("prose-table");
        for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (var line = part.getFirstChild(); line != null; line = line.getNext()) {
                if (line instanceof TableRow && (part instanceof TableHead || part instanceof TableBody)) {
                    addRow(line, part instanceof TableHead);
                }
            }
        }
        for (double share : ColumnShares.of(words)) {
            var column = new ColumnConstraints();
            column.setPercentWidth(share);
            getColumnConstraints().add(column);
        }
    }

    private void addRow(Node line, boolean head) {
        var row = new ArrayList<String>();
        for (var cell = line.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell) {
                var flow = Inline.of(cell, whole, openLink);
                if (head) {
                    flow.getStyleClass().add("table-head");
                }
                add(flow, row.size(), words.size());
                row.add(text(flow));
            }
        }
        words.add(row);
    }

    private static String text(TextFlow flow) {
        var all = new StringBuilder();
        flow.getChildren().forEach(part -> all.append(part instanceof Text text ? text.getText() : ""));
        return all.toString();
    }
}
