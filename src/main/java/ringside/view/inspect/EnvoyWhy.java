package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ringside.engine.Reason;
import ringside.engine.RingPolicy;
import ringside.engine.ServerId;
import ringside.engine.envoy.EnvoyReason;
import ringside.view.Figures;

/** The figures behind one decision of Envoy's policies, as lines of a table. */
final class EnvoyWhy {
    private EnvoyWhy() {}

    /** The lines for a reason and the server it chose. */
    static List<Why> of(EnvoyReason reason, ServerId chosen) {
        return switch (reason) {
            case EnvoyReason.Counted(long number, int of, var skipped) ->
                afterSkipping(
                        skipped,
                        line(
                                chosen,
                                text("why.envoy.counted", Long.toString(number), of, number % of),
                                text("why.turn.its")));
            case EnvoyReason.Earliest earliest -> earliest(earliest, chosen);
            case EnvoyReason.FewestOfDraws(int _, var draws) -> draws(draws, chosen);
            case EnvoyReason.FewestOfAll(var loads, int tied) ->
                loads.stream()
                        .map(l -> line(
                                l.server(),
                                text("why.envoy.active", l.inFlight()),
                                note(l.server().equals(chosen), tied > 1 ? "why.envoy.tied" : "why.envoy.fewest")))
                        .toList();
            case EnvoyReason.DrawnOne(int index, int of) -> List.of(line(chosen, text("why.draw", index + 1, of), ""));
            case EnvoyReason.OnRing ring -> onRing(ring);
            case EnvoyReason.InTable table -> inTable(table, chosen);
            case EnvoyReason.Bounded bounded ->
                Stream.concat(of(bounded.named(), bounded.by()).stream(), probes(bounded, chosen))
                        .toList();
        };
    }

    private static List<Why> earliest(EnvoyReason.Earliest earliest, ServerId chosen) {
        var due = earliest.order().stream().map(d -> {
            var figures = text("why.envoy.due", figure(d.deadline()), figure(d.weight()));
            if (d.server().equals(chosen)) {
                return line(
                        chosen,
                        figures,
                        text("why.envoy.again", figure(earliest.next().deadline())));
            }
            return line(d.server(), figures, note(earliest.skipped().contains(d.server()), "why.skipped"));
        });
        return Stream.concat(
                        due,
                        Stream.of(about(
                                text("why.envoy.following", earliest.following().name()))))
                .toList();
    }

    /** The first draw with the fewest was kept. */
    private static List<Why> draws(List<Reason.Load> draws, ServerId chosen) {
        int kept = IntStream.range(0, draws.size())
                .filter(i -> draws.get(i).server().equals(chosen))
                .findFirst()
                .orElse(-1);
        return IntStream.range(0, draws.size())
                .mapToObj(i -> line(
                        draws.get(i).server(),
                        text("why.envoy.active", draws.get(i).inFlight()),
                        note(i == kept, "why.envoy.kept")))
                .toList();
    }

    private static List<Why> onRing(EnvoyReason.OnRing ring) {
        var lines = new ArrayList<Why>();
        lines.add(about(text("why.from", ring.key(), Figures.place(ring.hash()))));
        if (ring.attempt() > 0) {
            lines.add(point(ring.first(), "why.first"));
            lines.add(about(text("why.envoy.attempt", ring.attempt())));
        }
        ring.passed().forEach(s -> lines.add(line(s, text("why.skipped"), "")));
        lines.add(point(ring.to(), ring.attempt() > 0 ? "why.envoy.pointsOn" : "why.first"));
        return lines;
    }

    private static Why point(RingPolicy.Point point, String note) {
        return line(point.server(), text("why.to", Figures.place(point.position())), text(note));
    }

    private static List<Why> inTable(EnvoyReason.InTable table, ServerId chosen) {
        var lines = new ArrayList<Why>();
        lines.add(about(text("why.hashed", table.key())));
        lines.add(about(text("why.hash", Long.toUnsignedString(table.hash()))));
        if (table.attempt() > 0) {
            lines.add(about(text("why.envoy.attempt", table.attempt())));
            lines.add(about(text("why.envoy.turned", Long.toUnsignedString(table.turned()))));
        }
        table.passed().forEach(s -> lines.add(line(s, text("why.skipped"), "")));
        lines.add(line(chosen, text("why.envoy.cell", table.cells(), table.cell()), ""));
        return lines;
    }

    private static Stream<Why> probes(EnvoyReason.Bounded bounded, ServerId chosen) {
        return bounded.probes().stream().map(p -> {
            var taken = text(p.full() ? "why.envoy.leastFull" : "why.envoy.room");
            var note = p.server().equals(chosen) ? taken : text("why.envoy.full");
            return line(p.server(), text("why.envoy.slots", p.active(), p.slots()), note);
        });
    }

    private static List<Why> afterSkipping(List<ServerId> skipped, Why last) {
        return Stream.concat(skipped.stream().map(s -> line(s, text("why.skipped"), "")), Stream.of(last))
                .toList();
    }

    private static String figure(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }

    private static String note(boolean won, String key) {
        return won ? text(key) : "";
    }

    private static Why line(ServerId who, String figures, String note) {
        return new Why(Optional.of(who), figures, note);
    }

    private static Why about(String figures) {
        return new Why(Optional.empty(), figures, "");
    }
}
