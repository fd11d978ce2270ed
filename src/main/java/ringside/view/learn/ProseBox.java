package ringside.view.learn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import ringside.lesson.Template;

/** Prose on the screen, with the facts in it. */
final class ProseBox extends VBox {
    private final Map<Text, Template> facts = new LinkedHashMap<>();
    private final Function<Template, String> fill;

    ProseBox(Function<Template, String> fill) {
        this.fill = fill;
    }

    /** Fills a fact, and keeps it filled. */
    String filled(Text text, Template fact) {
        facts.put(text, fact);
        return fill.apply(fact);
    }

    /** Fills all facts anew. */
    void follow() {
        facts.forEach((text, fact) -> {
            var now = fill.apply(fact);
            if (!now.equals(text.getText())) {
                text.setText(now);
            }
        });
    }
}
