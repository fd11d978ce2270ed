package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.config.BadInput;

/** What authors get wrong, and the one sentence that each is told. */
final class BrokenLessonTest {
    private static void refused(String text, String message) {
        assertThatThrownBy(() -> Draft.whole(text)).isInstanceOf(BadInput.class).hasMessage(message);
    }

    private static void block(String kind, String content, String message) {
        refused(Draft.HEAD + "## One\n" + Draft.fenced(kind, content), "draft/lesson.md:" + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "minutes: 5 | minutes: five | 4:10: `minutes` is five; it should be a whole number from 1 to 120",
                "title: Draft | title: 12 | 3:8: `title` is 12; it should be text: write \"12\"",
                "title: Draft | title: A: B | 3:9: this is not YAML: no key can stand here; line it up, or put text"
                        + " that has a colon in quotes",
                "title: Draft | title: [Draft] | 3:8: `title` is a list; it should be text: put it in quotes",
                "constant: 50/s | constant: 50 | 12:34: `constant`: 50 has no unit; write a rate such as 80/s or"
                        + " 600/min",
                "textbook/round-robin | textbook/round-robbin | 10:13: `policy`: no policy is called"
                        + " \"textbook/round-robbin\"; did you mean textbook/round-robin?",
                "layout: flow | layout: flow\\nbeside: bytes | 8:9: `beside` asks for bytes, which only a live world"
                        + " has; write world: live",
                "'  traffic:' | '\\ttraffic:' | 12:1: a tab stands here; YAML indents with blanks only"
            })
    void inTheHead(String right, String wrong, String message) {
        var head = Draft.HEAD.replace(right, wrong.replace("\\n", "\n").replace("\\t", "\t"));
        refused(head + "## One\nx\n", "draft/lesson.md:" + message);
    }

    @Test
    void aBlockThatIsNotClosedBeforeTheNext() {
        refused(
                Draft.HEAD + "## One\n```do\nremove B\n\n```check\nservers == 1\n```\n",
                "draft/lesson.md:15:1: this block is not closed before another begins on line 18; end it with a line of"
                        + " ```");
    }

    @Test
    void twoBlocksOfOneName() {
        var keep = Draft.fenced("keep", "id: early\ntext: x\nvalue: p99");
        refused(
                Draft.HEAD + "## One\n" + keep + keep,
                "draft/lesson.md:20:1: there is a figure early already; give this one an id of its own");
        var card = Draft.fenced("card", "id: a\nfront: x\nback: y");
        refused(
                Draft.HEAD + "## One\n" + card + "## Two\n" + card,
                "draft/lesson.md:21:1: there is a card a already; give this one an id of its own");
        var trial = Draft.fenced(
                "trial", "id: ways\nlabel: x\nfor: 1s\nways: [{id: one, text: x}]\nshow: [{text: p99, value: p99}]");
        refused(
                Draft.HEAD + "## One\n" + trial + trial.replace("id: ways", "id: more"),
                "draft/lesson.md:22:1: there is a way one already; give this one an id of its own");
    }

    @Test
    void aWorkshopWithoutServers() {
        block("workshop", """
            dialect: haproxy
            text: x
            solution: "listen in\\n bind 127.0.0.1:8080\\n server a 127.0.0.1:8081\\n"
            goals: [leads: {path: /, to: 8081}]\
            """, "15:1: a workshop runs real servers; write world: live in the" + " head");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20s | 20 | 18:6: `for`: 20 has no unit; write a duration such as 10ms, 1s or 2m",
                "remove B | 99s remove B | 19:43: `words[0]` is said after the trial is over; it lasts 20s",
                "value: requests | value: requezts | 20:32: `value` asks for requezts, which is no figure of a trial;"
                        + " did you mean `requests`? known: amplification, answered, chosen, dip, dropped,"
                        + " dropped_share, failed, hit_ratio, max, mean, mean_at, moved_share, origin, p50, p90, p99,"
                        + " p99_at, peak, refused, requests, share, stale, timed_out, together, waited"
            })
    void inATrial(String right, String wrong, String message) {
        var trial = """
            id: pool
            label: x
            for: 20s
            ways: [{id: alone, text: A alone, words: [remove B]}]
            show: [{text: how many, value: requests}]\
            """;
        block("trial", trial.replace(right, wrong), message);
    }

    @Test
    void aTextWhoseBraceIsNotClosedBeforeTheNext() {
        block(
                "say",
                "when: servers == 2\ntext: \"A {chosen(A) and B {chosen(B)}\"",
                "17:10: this { is not closed; write {remap.moved}, or {{ for a brace itself");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: percent\\n"
                        + "answer: remap.fraction\\n"
                        + "otherwise: x\\n"
                        + "tolerance: 1 | 20:12: `tolerance` is 1; it should be a percentage, such as 2%",
                "kind: number\\nanswer: servers | 16:1: `otherwise` is missing; add `otherwise: …`, which is said to"
                        + " all other answers",
                "kind: choice\\n"
                    + "answer: if(servers == 2, yes, no)\\n"
                    + "options: [{id: yes}, {id: no}] | 16:1: options yes, no have no `because`; give one to each that"
                    + " is wrong, or add `otherwise: …`"
            })
    void inAQuestion(String fields, String message) {
        block("predict", "question: x\n" + fields.replace("\\n", "\n") + "\nright: x", message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"202E", "2066", "001B", "009B", "0000"})
    void charactersThatNobodySees(String code) {
        refused(
                Draft.HEAD + "## One\nsome" + (char) Integer.parseInt(code, 16) + "thing\n",
                "draft/lesson.md:15:5: character U+" + code + " stands here and can't be seen; take it out");
    }

    @Test
    void aStepWithoutANameOrWithTooLongAOne() {
        refused(
                Draft.HEAD + "##\nx\n",
                "draft/lesson.md:14:1: a step has a name of 1 to 100 characters; write it behind ##");
        refused(
                Draft.HEAD + "## " + "x".repeat(101) + "\nx\n",
                "draft/lesson.md:14:1: a step has a name of 1 to 100 characters; write it behind ##");
    }

    @Test
    void aPictureInAHeading() {
        refused(
                Draft.HEAD + "## One ![x](y.png)\nx\n",
                "draft/lesson.md:14:8: pictures are not shown in lessons; the stage is the picture");
    }

    @ParameterizedTest
    @CsvSource({"'\n', '\r\n'", "'\n', '\r'"})
    void otherLineEndsAreNoMistake(String from, String to) {
        var text = Draft.HEAD + "## One\nx\n" + Draft.fenced("check", "servers == 2");
        assertThat(Draft.whole(text.replace(from, to)).steps()).hasSize(1);
    }
}
