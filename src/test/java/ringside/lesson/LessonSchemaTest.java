package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.config.BadInput;
import ringside.config.ScenarioFile;

/** The schema that editors use and the reader agree on what is right and what is wrong. */
final class LessonSchemaTest {
    private static final String ID = "https://ringside.dev/lesson.schema.json";
    private static final Pattern FENCE = Pattern.compile("(?m)^```(\\w+)\\n((?s:.*?))\\n```$");

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemas(Map.of(
                    ID,
                    text(LessonFile.class, "lesson.schema.json"),
                    "https://ringside.dev/scenario.schema.json",
                    text(ScenarioFile.class, "scenario.schema.json"))));

    private static String text(Class<?> beside, String name) {
        try (InputStream in =
                Optional.ofNullable(beside.getResourceAsStream(name)).orElseThrow()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Schema schema(String block) {
        return REGISTRY.getSchema(SchemaLocation.of(block.isEmpty() ? ID : ID + "#/$defs/" + block));
    }

    private static boolean schemaTakes(String block, String yaml) {
        return schema(block).validate(yaml, InputFormat.YAML).isEmpty();
    }

    private static boolean readerTakesHead(String yaml) {
        return reads("---\n" + yaml + "\n---\n## One\nx\n");
    }

    private static boolean readerTakes(String block, String yaml) {
        return reads(Draft.HEAD + "## One\n" + Draft.fenced(block, yaml));
    }

    private static boolean reads(String text) {
        try {
            Draft.whole(text);
            return true;
        } catch (BadInput _) {
            return false;
        }
    }

    private static String head() {
        return Draft.HEAD.replace("---\n", "").strip();
    }

    @Test
    void bothTakeAWholeHead() {
        assertThat(schema("").validate(head(), InputFormat.YAML)).isEmpty();
        assertThat(readerTakesHead(head())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ring", "flow", "both"})
    void bothTakeEachLayout(String layout) {
        var yaml = head().replace("layout: flow", "layout: " + layout);
        assertThat(schemaTakes("", yaml)).as("schema").isTrue();
        assertThat(readerTakesHead(yaml)).as("reader").isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "id: draft,id: Draft",
        "id: draft,id: a--b",
        "id: draft,name: draft",
        "title: Draft,title: 7",
        "minutes: 5,minutes: 0",
        "minutes: 5,minutes: 2.5",
        "minutes: 5,minutes: 121",
        "level: change,level: fun",
        "world: simulated,world: real",
        "layout: flow,layout: round",
        "layout: flow,layout: flow\\ncolour: red",
        "layout: flow,layout: flow\\nneeds: the-ring",
        "layout: flow,layout: flow\\nneeds: [The Ring]",
        "policy: textbook/round-robin,polcy: textbook/round-robin"
    })
    void bothRefuseAHeadThatIsWrong(String right, String wrong) {
        var yaml = head().replace(right, wrong.replace("\\n", "\n"));
        assertThat(yaml).isNotEqualTo(head());
        assertThat(schemaTakes("", yaml)).as("schema").isFalse();
        assertThat(readerTakesHead(yaml)).as("reader").isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "do | {label: Go, words: remove B}",
                "say | {when: servers == 2, text: x}",
                "card | {front: x, back: y}",
                "task | {text: x, until: in_pool(B), solution: [remove B, add B], hint: x, done: x}",
                "predict | {question: x, kind: number, answer: servers, right: x, otherwise: x, tolerance: 1}",
                "predict | {question: x, kind: percent, answer: remap.fraction, right: x, otherwise: x, tolerance:"
                        + " 2.5%}",
                "predict | {question: x, kind: number, answer: servers, right: x, otherwise: x,"
                        + " wrong: [{value: 7, because: x}]}",
                "predict | {question: x, kind: choice, answer: policy, right: x, because: x,"
                        + " options: [{id: a, text: x}, {id: b, because: x}]}"
            })
    void bothTakeTheYamlOfABlock(String block, String yaml) {
        var broken =
                yaml.replaceAll("^\\{", "").replaceAll("}$", "").replaceAll(", (?=\\w+: )(?![^{\\[]*[}\\]])", "\n");
        assertThat(readerTakes(block, broken)).as("reader").isTrue();
        assertThat(schema(block).validate(broken, InputFormat.YAML))
                .as("schema")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "do | label: Go",
                "do | label: Go\\nwords: []",
                "say | when: servers == 2",
                "say | when: servers == 2\\ntext: x\\nloud: true",
                "card | front: x",
                "task | text: x\\nuntil: in_pool(B)",
                "check | claims: []",
                "predict | question: x\\nkind: number\\nanswer: servers\\nright: x",
                "predict | question: x\\nkind: shape\\nanswer: servers\\nright: x\\notherwise: x",
                "predict | question: x\\nkind: choice\\nanswer: policy\\nright: x",
                "predict | question: x\\nkind: choice\\nanswer: policy\\nright: x\\noptions: [{id: a}]",
                "predict | question: x\\nkind: server\\nanswer: owner(k)\\nright: x\\notherwise: x\\ntolerance: 1",
                "predict | question: x\\nkind: number\\nanswer: servers\\nright: x\\notherwise: x\\ntolerance: -1",
                "workshop | dialect: nginx\\ntext: x\\ngoals: [turns: {servers: [8081, 8082]}]",
                "workshop | dialect: caddy\\ntext: x\\npieces: [x]\\ngoals: [turns: {servers: [8081, 8082]}]",
                "workshop | dialect: haproxy\\ntext: x\\nsolution: \"\"\\ngoals: []",
                "workshop | dialect: haproxy\\ntext: x\\nsolution: \"\"\\ngoals: [turns: {servers: [8081]}]",
                "workshop | dialect: haproxy\\ntext: x\\nsolution: \"\"\\ngoals: [leads: {path: images, to: 8081}]"
            })
    void bothRefuseTheYamlOfABlock(String block, String yaml) {
        var broken = yaml.replace("\\n", "\n");
        assertThat(schemaTakes(block, broken)).as("schema").isFalse();
        assertThat(readerTakes(block, broken)).as("reader").isFalse();
    }

    static List<String> folders() throws IOException {
        return Files.readAllLines(Path.of("lessons", "index.txt"));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void theSchemaTakesWhatComesWithTheProgram(String folder) throws IOException {
        var text = Files.readString(Path.of("lessons", folder, LessonFile.NAME));
        assertThat(schema("").validate(text.split("---\n", 3)[1], InputFormat.YAML))
                .isEmpty();
        var fences = FENCE.matcher(text);
        int blocks = 0;
        while (fences.find()) {
            if (fences.group(2).matches("(?s)\\w+:.*")) {
                blocks++;
                assertThat(schema(fences.group(1)).validate(fences.group(2), InputFormat.YAML))
                        .as(fences.group())
                        .isEmpty();
            }
        }
        assertThat(blocks).isGreaterThan(10);
    }
}
