package ringside.view.learn;

import static ringside.view.Texts.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import ringside.lesson.Block;
import ringside.lesson.Heights;
import ringside.view.parts.Controls;

/** Bars whose heights are set: pulled, typed, or moved by keys. */
final class BarsForm extends DrawnForm<Map<String, Double>> {
    private final Block.Predict asked;
    private final Map<String, BarInput> bars = new LinkedHashMap<>();
    private final Label sum = Controls.paragraph("", "small");
    private final boolean whole;

    BarsForm(Playing playing, Block.Predict asked) {
        this.asked = asked;
        var unit = asked.scale().unit();
        double most = Heights.most(asked, playing.run().facts());
        getChildren().add(Controls.paragraph(text("bars.how"), "muted", "small"));
        for (var option : asked.options()) {
            var bar = new BarInput(option, unit, most, playing.shade(option));
            bar.onBegin(() -> keep(heights()));
            bar.onCommit(this::commit);
            bar.valueProperty().subscribe((_, _) -> tell());
            bars.put(option.id(), bar);
            getChildren().add(bar);
        }
        whole = unit == Block.Unit.PERCENT
                && asked.options().stream().allMatch(o -> playing.server(o).isPresent());
        sum.setId("bars-sum");
        Controls.show(sum, whole);
        getChildren().add(sum);
        tellSum();
    }

    private Map<String, Double> heights() {
        var heights = new LinkedHashMap<String, Double>();
        bars.forEach((id, bar) -> heights.put(id, bar.valueProperty().get()));
        return heights;
    }

    private void tell() {
        tellSum();
        give(Optional.of(new Heights(heights()).written(asked)));
    }

    private void tellSum() {
        if (whole) {
            double all = heights().values().stream().mapToDouble(v -> v).sum();
            sum.setText(text("bars.sum", Block.Unit.PERCENT.shown(all)));
            Controls.style(sum, "warn", all > 1.005);
        }
    }

    @Override
    void show(Map<String, Double> before) {
        bars.forEach((id, bar) -> bar.valueProperty().set(before.getOrDefault(id, 0.0)));
    }
}
