package ringside.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LayersTest {
    private static final JavaClasses HOUSE = new ClassFileImporter().importPath(Path.of("target/classes"));
    private static final JavaClasses TESTS = new ClassFileImporter().importPath(Path.of("target/test-classes"));

    static List<ArchRule> house() {
        return new Layers("ringside").rules();
    }

    static List<ArchRule> breaches() {
        return new Layers("ringside.breach").rules();
    }

    @ParameterizedTest
    @MethodSource
    void house(ArchRule rule) {
        rule.check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource
    void breaches(ArchRule rule) {
        var planted = new ClassFileImporter().importPath(Path.of("target/test-classes/ringside/breach"));
        assertThat(rule.evaluate(planted).hasViolation())
                .as(rule.getDescription())
                .isTrue();
    }

    @Test
    void noTestSleeps() {
        noClasses()
                .that()
                .resideOutsideOfPackage("ringside.breach..")
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", java.time.Duration.class)
                .because("a test that waits for the clock is slow when it passes and wrong when the machine is slower")
                .check(TESTS);
    }

    @Test
    void everyTestIsNamedSoThatItIsRun() {
        var strays = TESTS.stream()
                .filter(type -> type.getMethods().stream()
                        .anyMatch(method -> method.getAnnotations().stream().anyMatch(LayersTest::isTest)))
                .map(type -> type.getName().replaceAll("\\$.*", ""))
                .filter(name -> !name.endsWith("Test"));
        assertThat(strays).as("Surefire runs classes named *Test only").isEmpty();
    }

    private static boolean isTest(com.tngtech.archunit.core.domain.JavaAnnotation<?> annotation) {
        return annotation.getRawType().getName().startsWith("org.junit.jupiter")
                && annotation.getRawType().getSimpleName().matches(".*Test|TestFactory");
    }
}
