package ringside.config;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Builds the nodes of one YAML document as its events come in, and stops at the first that is not wanted. */
final class YamlComposer {
    /*
     * Events rather than the library's own node tree: a text nested ten thousand deep is refused at its fifty-first
     * level, before anything has recursed into it, and an alias is refused before anything could multiply.
     */
    private static final int DEEPEST = 50;
    private static final int LONGEST_SCALAR = 64 * 1024;
    private static final LoadSettings SETTINGS = LoadSettings.builder().build();

    private final String file;
    private final String text;
    private final int firstLine;
    private final Iterator<Event> events;

    private YamlComposer(String file, String text, int firstLine) {
        this.file = file;
        this.text = text;
        this.firstLine = firstLine;
        this.events = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
    }

    static YamlNode compose(String file, String text, int firstLine) {
        var composer = new YamlComposer(file, text, firstLine);
        try {
            return composer.document();
        } catch (MarkedYamlEngineException e) {
            throw composer.notYaml(e);
        } catch (YamlEngineException _) {
            throw new BadInput(
                    new Place(file, firstLine, 1), "this is not YAML 1.2; remove the lines that begin with %");
        }
    }

    private YamlNode document() {
        events.next();
        if (!(events.next() instanceof DocumentStartEvent)) {
            return new YamlNode.Scalar(new Place(file, firstLine, 1), "", true);
        }
        var root = node(events.next(), 1);
        events.next();
        if (events.next() instanceof DocumentStartEvent second) {
            throw new BadInput(placeOf(second), "a second document begins here; one document is all there can be");
        }
        return root;
    }

    private YamlNode node(Event event, int depth) {
        var place = placeOf(event);
        if (event instanceof AliasEvent
                || (event instanceof NodeEvent n && n.getAnchor().isPresent())) {
            throw new BadInput(place, "anchors and aliases are not allowed; write the value out each time");
        }
        if (depth > DEEPEST) {
            throw new BadInput(place, "this is nested more than " + DEEPEST + " deep; it should be flatter");
        }
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar, place);
            case SequenceStartEvent start -> sequence(start, place, depth);
            case MappingStartEvent start -> mapping(start, place, depth);
            default -> throw new IllegalStateException("a node cannot begin with " + event);
        };
    }

    private static YamlNode.Scalar scalar(ScalarEvent event, Place place) {
        event.getTag().ifPresent(tag -> refuse(tag, place));
        int length = event.getValue().length();
        if (length > LONGEST_SCALAR) {
            throw new BadInput(
                    place, "this value has " + length + " characters; it should have " + LONGEST_SCALAR + " at most");
        }
        return new YamlNode.Scalar(place, event.getValue(), event.isPlain());
    }

    private YamlNode.Sequence sequence(CollectionStartEvent start, Place place, int depth) {
        start.getTag().ifPresent(tag -> refuse(tag, place));
        List<YamlNode> items = new ArrayList<>();
        for (var event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new YamlNode.Sequence(place, items);
    }

    private YamlNode.Mapping mapping(CollectionStartEvent start, Place place, int depth) {
        start.getTag().ifPresent(tag -> refuse(tag, place));
        var fields = new LinkedHashMap<String, YamlNode.Field>();
        for (var event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            var at = placeOf(event);
            if (!(node(event, depth + 1) instanceof YamlNode.Scalar key)) {
                throw new BadInput(at, "this key is not a word; a key is a single word followed by `:`");
            }
            var before = fields.putIfAbsent(key.text(), new YamlNode.Field(at, node(events.next(), depth + 1)));
            if (before != null) {
                throw new BadInput(
                        at,
                        "key `" + Printable.brief(key.text()) + "` is here a second time; it is set already on line "
                                + before.key().line());
            }
        }
        return new YamlNode.Mapping(place, fields);
    }

    private static void refuse(String tag, Place place) {
        throw new BadInput(place, "tag " + Printable.brief(tag) + " is not allowed; write the value without it");
    }

    private BadInput notYaml(MarkedYamlEngineException e) {
        var complaint = YamlComplaint.of(e, firstLine);
        var place = complaint.at().map(this::placeOf).orElse(new Place(file, firstLine, 1));
        if (complaint.at().isPresent() && charAt(complaint.at().get()) == '\t') {
            return new BadInput(place, "a tab stands here; YAML indents with blanks only");
        }
        return new BadInput(place, "this is not YAML: " + complaint.what());
    }

    private int charAt(Mark mark) {
        int at = Math.min(mark.getIndex(), text.codePointCount(0, text.length()));
        int index = text.offsetByCodePoints(0, at);
        return index < text.length() ? text.codePointAt(index) : -1;
    }

    private Place placeOf(Event event) {
        return event.getStartMark().map(this::placeOf).orElse(new Place(file, firstLine, 1));
    }

    private Place placeOf(Mark mark) {
        return new Place(file, firstLine + mark.getLine(), mark.getColumn() + 1);
    }
}
