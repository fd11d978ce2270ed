package ringside.lesson;

import java.nio.file.Path;

/** A lesson as an author would type it: a head that is right, and whatever body a test is about. */
final class Draft {
    static final String HEAD = """
        ---
        id: draft
        title: Draft
        minutes: 5
        level: change
        world: simulated
        layout: flow
        scenario:
          pool:
            policy: textbook/round-robin
            servers: [{name: A, latency: {constant: 20ms}}, {name: B, latency: {constant: 20ms}}]
          traffic: {arrivals: {constant: 50/s}}
        ---
        """;

    /** How many lines the head takes: the first line of a body is the next one. */
    static final int HEAD_LINES = 13;

    private Draft() {}

    static Lesson read(String body) {
        return LessonFile.read("draft/lesson.md", HEAD + body, Path.of("."));
    }

    static Lesson whole(String text) {
        return LessonFile.read("draft/lesson.md", text, Path.of("."));
    }

    static String fenced(String kind, String content) {
        return "```" + kind + "\n" + content.strip() + "\n```\n";
    }
}
