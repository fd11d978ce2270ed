package ringside.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShapeTest {
    @Test
    void everySourceIsInShape() throws IOException {
        var breaches = under("src", ".java")
                .flatMap(shape -> shape.breaches().stream())
                .toList();
        assertThat(breaches).withFailMessage(() -> String.join("\n", breaches)).isEmpty();
    }

    @Test
    void halfOfTheEngineFitsOnAScreenOrTwo() throws IOException {
        var lines = under("src/main/java/ringside", ".java")
                .filter(shape ->
                        shape.path().contains("/engine/") && !shape.path().endsWith("package-info.java"))
                .map(Shape::lines)
                .sorted()
                .toList();
        assertThat(lines.isEmpty() ? 0 : lines.get(lines.size() / 2))
                .as("median lines of an engine file")
                .isLessThan(80);
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        var silent = under("src/main/java/ringside", ".java")
                .map(shape -> Path.of(shape.path()).resolveSibling("package-info.java"))
                .distinct()
                .filter(Files::notExists);
        assertThat(silent).as("packages without a package-info.java").isEmpty();
    }

    @Test
    void nothingNamesTheMachineItWasWrittenOn() throws IOException {
        var tops = List.of("src", "assets", "lessons", "packaging", "README.md", "CONTRIBUTING.md", "pom.xml");
        var local = List.of("/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/");
        for (var top : tops) {
            assertThat(under(top, "").filter(shape -> local.stream().anyMatch(shape.text()::contains)))
                    .extracting(Shape::path)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class A { void f(int a, int b, int c, int d, int e, int f) {} }",
                "class A { A(int a, int b, int c, int d, int e, int f) {} }",
                "class A {\n// x = y;\n}",
                "class A {} // TO" + "DO",
                "/** @auth" + "or me */ class A {}"
            })
    void seesABreach(String text) {
        assertThat(new Shape("A.java", text).breaches()).hasSize(1);
    }

    @Test
    void seesWhatIsTooLong() {
        var method = "class A { void f() {" + "\n;".repeat(40) + "}}";
        assertThat(new Shape("A.java", method).breaches()).containsExactly("A.java:1 f has 41 lines, more than 40");
        assertThat(new Shape("src/main/java/ringside/engine/A.java", "\n".repeat(301)).breaches())
                .containsExactly("src/main/java/ringside/engine/A.java has 301 lines, more than 300");
    }

    @Test
    void letsARecordHaveAsManyComponentsAsItsDataHas() {
        var text = "record A(int a, int b, int c, int d, int e, int f) { A { a = 1; } }";
        assertThat(new Shape("A.java", text).breaches()).isEmpty();
    }

    private static Stream<Shape> under(String top, String ending) throws IOException {
        if (Files.notExists(Path.of(top))) {
            return Stream.empty();
        }
        try (var files = Files.walk(Path.of(top))) {
            return files
                    .filter(file -> Files.isRegularFile(file) && file.toString().endsWith(ending))
                    .sorted()
                    .toList()
                    .stream()
                    .flatMap(ShapeTest::read);
        }
    }

    private static Stream<Shape> read(Path file) {
        try {
            return Stream.of(new Shape(file.toString().replace('\\', '/'), Files.readString(file)));
        } catch (MalformedInputException notText) {
            return Stream.empty();
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
