package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import ringside.view.parts.Controls;
import ringside.view.parts.Segments;
import ringside.world.Handling;
import ringside.world.HandlingCommand;
import ringside.world.Scenario;

/** How deep the balancer looks, and where encryption ends. */
final class LayerPart implements HandlingPart {
    private final VBox box = new VBox(9);
    private final Segments<Handling.Layer> layers;
    private final Segments<Handling.Tls> tls;

    LayerPart(Handlings handlings) {
        layers = new Segments<>(layer -> handlings.change(new HandlingCommand.SetLayer(layer)));
        layers.row(Stream.of(Handling.Layer.values())
                .map(l -> new Segments.Segment<>(l, "layer-" + l, text("handling.layer." + l)))
                .toList());
        tls = new Segments<>(ends -> handlings.change(new HandlingCommand.SetTls(ends)));
        tls.row(List.of(segment(Handling.Tls.OFF)))
                .row(List.of(segment(Handling.Tls.AT_BALANCER), segment(Handling.Tls.AT_SERVERS)));
        box.getChildren().addAll(layers, Controls.label(text("handling.tls"), "muted", "small"), tls);
    }

    private static Segments.Segment<Handling.Tls> segment(Handling.Tls tls) {
        return new Segments.Segment<>(tls, "tls-" + tls, text("handling.tls." + tls));
    }

    @Override
    public String key() {
        return "handling.layer";
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public String summary(Handling handling) {
        var layer = text("handling.layer." + handling.layer());
        return handling.tls() == Handling.Tls.OFF ? layer : layer + " · TLS";
    }

    @Override
    public void follow(Scenario scenario) {
        layers.follow(scenario.handling().layer());
        tls.follow(scenario.handling().tls());
    }
}
