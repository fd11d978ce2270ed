package ringside.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.base.DescribedPredicate.or;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.TimerTask;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who may know whom, for the packages under a root: the house itself, or the planted breaches. */
record Layers(String root) {
    private static final String SCREEN = "javafx.., atlantafx.., org.controlsfx.., org.kordamp..";

    private static final Set<String> CLOCKS_AND_CHANCE = Set.of(
            "java.lang.System.nanoTime",
            "java.lang.System.currentTimeMillis",
            "java.lang.Math.random",
            "java.lang.StrictMath.random",
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.ThreadLocalRandom.current");
    private static final Set<String> WALL_CLOCKS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now");
    private static final Set<String> NEARLY_EXACT = Set.of(
            "java.lang.Math.exp",
            "java.lang.Math.expm1",
            "java.lang.Math.log",
            "java.lang.Math.log10",
            "java.lang.Math.log1p",
            "java.lang.Math.pow",
            "java.lang.Math.cbrt",
            "java.lang.Math.sin",
            "java.lang.Math.cos",
            "java.lang.Math.tan");
    private static final Set<String> SLEEPS = Set.of(
            "java.lang.Thread.sleep",
            "java.util.concurrent.TimeUnit.sleep",
            "java.util.concurrent.locks.LockSupport.parkNanos");

    List<ArchRule> rules() {
        return Stream.of(onlyDownwards(), borders(), List.of(exact()), habits())
                .flatMap(List::stream)
                .toList();
    }

    private List<ArchRule> onlyDownwards() {
        return List.of(
                below("engine", "a decision is the same whoever asks for it, in a lesson or behind a socket"),
                below("world", "commands, events and snapshots mean the same in every world", "engine"),
                below("sim", "a simulation must run where there is no network", "world", "engine"),
                below("net", "real traffic must not lean on the simulation it is compared with", "world", "engine"),
                below("config", "a file describes a world and does not run one", "world", "engine"),
                below("lesson", "worlds are handed in, so one lesson plays in all", "config", "world", "engine"),
                below(
                        "trace",
                        "a trace is all that there is: no world runs, and no file is read",
                        "config",
                        "world",
                        "engine"),
                below("view", "a picture cannot tell which world it shows", "lesson", "config", "world", "engine"),
                slices().matching(root + ".(**)")
                        .should()
                        .beFreeOfCycles()
                        .ignoreDependency(
                                named(Pattern.quote(root) + "\\.engine\\.Policies\\b.*"),
                                resideInAPackage(within("engine")))
                        .because("a package in a cycle can be neither read nor tested alone; a catalogue alone may name"
                                + " all"));
    }

    private ArchRule below(String layer, String because, String... others) {
        var allowed = Stream.concat(Stream.of(layer), Stream.of(others))
                .map(this::within)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(within(layer))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(resideOutsideOfPackage(root + "..")))
                .because(because);
    }

    private List<ArchRule> borders() {
        return List.of(
                classes()
                        .that()
                        .resideInAPackage(within("engine"))
                        .should()
                        .onlyDependOnClassesThat(engineMayKnow())
                        .because("the engine decides from its arguments: no clock, chance, thread, socket, file,"
                                + " screen"),
                noClasses()
                        .that()
                        .resideInAnyPackage(within("engine"), within("world"), within("sim"))
                        .should()
                        .accessTargetWhere(called("a clock or unseeded chance", CLOCKS_AND_CHANCE))
                        .because("one seed tells one story: time and chance are parameters"),
                outside("view", "app")
                        .dependOnClassesThat(resideInAnyPackage(SCREEN.split(", ")))
                        .because("all but the screen runs without one"),
                outside("net").dependOnClassesThat(sockets()).because("only the live world touches the network"),
                outside("lesson", "config", "app")
                        .dependOnClassesThat(
                                resideInAPackage("java.nio.file..").or(named("java\\.io\\.(RandomAccess)?File.*")))
                        .because("what is read and written can be audited in three packages"),
                noClasses()
                        .that()
                        .resideInAPackage(within("net"))
                        .and()
                        .haveNameNotMatching(Pattern.quote(root) + "\\.net\\.(Issuer|Tls)\\b.*")
                        .should()
                        .accessTargetWhere(called("the wall clock", WALL_CLOCKS))
                        .because("a clock that is set must not move a deadline; only certificates and keys have dates"),
                outside("net")
                        .accessTargetWhere(called("sleeping", SLEEPS))
                        .because("only the live world has a wall clock to wait for"));
    }

    private ArchRule exact() {
        return noClasses()
                .that()
                .resideInAnyPackage(within("engine"), within("world"), within("sim"))
                .should()
                .accessTargetWhere(called("mathematics that machines may round differently", NEARLY_EXACT))
                .because("one seed tells one story on every machine: StrictMath rounds alike everywhere");
    }

    private List<ArchRule> habits() {
        return List.of(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(within("app"))
                        .and()
                        .doNotHaveFullyQualifiedName(root + ".view.Pulse")
                        .should()
                        .accessTargetWhere(
                                called("a hop to the screen", Set.of("javafx.application.Platform.runLater")))
                        .because("there is one door to the screen: the newest snapshot, once a pulse"),
                outside("app")
                        .accessTargetWhere(called(
                                "the console",
                                Set.of(
                                        "java.lang.System.out",
                                        "java.lang.System.err",
                                        "java.lang.Throwable.printStackTrace")))
                        .because("standard output belongs to the command line"),
                outside("app")
                        .accessTargetWhere(
                                called("the way out", Set.of("java.lang.System.exit", "java.lang.Runtime.halt")))
                        .because("whoever wired the program ends it"),
                noClasses()
                        .should()
                        .haveNameMatching(
                                ".*[.$](Abstract\\w*|I[A-Z][a-z]\\w*|\\w*(Impl|Manager|Helper|Utils?|Utilities))")
                        .because("such a name says how a thing was made and not what it is"));
    }

    private com.tngtech.archunit.lang.syntax.elements.ClassesShould outside(String... layers) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(Stream.of(layers).map(this::within).toArray(String[]::new))
                .should();
    }

    private String within(String layer) {
        return root + "." + layer + "..";
    }

    /* java.util.zip for CRC-32, java.util.concurrent.atomic for counters, charsets for the bytes of a key. */
    private DescribedPredicate<JavaClass> engineMayKnow() {
        return or(
                        resideInAPackage(within("engine")),
                        resideInAnyPackage(
                                "java.lang",
                                "java.lang.annotation",
                                "java.lang.invoke",
                                "java.lang.runtime",
                                "java.util",
                                "java.util.concurrent.atomic",
                                "java.util.function",
                                "java.util.stream",
                                "java.util.zip",
                                "org.jspecify.annotations"),
                        belongToAnyOf(Duration.class, ByteOrder.class, Charset.class, StandardCharsets.class))
                .and(not(belongToAnyOf(
                        Calendar.class,
                        Date.class,
                        Process.class,
                        ProcessBuilder.class,
                        Random.class,
                        Runtime.class,
                        SplittableRandom.class,
                        Thread.class,
                        Timer.class,
                        TimerTask.class,
                        UUID.class)))
                .as("are java.lang, java.util, Duration, and none that hides a clock, chance or a thread");
    }

    private static DescribedPredicate<JavaClass> sockets() {
        return resideInAnyPackage("java.net..", "javax.net..", "com.sun.net..")
                .or(named("java\\.nio\\.channels\\..*(Socket|Selector|Datagram|Network|Multicast).*"))
                .and(not(or(type(URI.class), type(URISyntaxException.class), type(URL.class))))
                .as("are sockets (URI and URL are names)");
    }

    private static DescribedPredicate<JavaClass> named(String regex) {
        return DescribedPredicate.describe(
                "are named " + regex, type -> type.getName().matches(regex));
    }

    private static DescribedPredicate<JavaAccess<?>> called(String what, Set<String> members) {
        return DescribedPredicate.describe(
                "the target is " + what,
                access -> members.contains(access.getTargetOwner().getName() + "."
                        + access.getTarget().getName()));
    }
}
