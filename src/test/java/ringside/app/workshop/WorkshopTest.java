package ringside.app.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.lesson.workshop.Dialect;
import ringside.lesson.workshop.Goal;
import ringside.lesson.workshop.Miss;
import ringside.lesson.workshop.Report;
import ringside.lesson.workshop.Verdict;
import ringside.lesson.workshop.Workbench;
import ringside.lesson.workshop.Workshop;
import ringside.net.LiveOptions;
import ringside.net.LiveWorld;
import ringside.world.Scenario;
import ringside.world.World;

/** Right and wrong configurations, on our engine and on the programs themselves: each is graded for the right reason. */
final class WorkshopTest {
    private static final String NGINX = """
        upstream shop {
            server 127.0.0.1:8081 max_fails=1 fail_timeout=1s;
            server 127.0.0.1:8082 max_fails=1 fail_timeout=1s;
        }
        upstream images {
            server 127.0.0.1:8082;
        }
        server {
            listen 8080;
            location / {
                proxy_pass http://shop;
            }
            location /images/ {
                proxy_pass http://images;
            }
        }
        """;

    private static final String HAPROXY = """
        frontend in
            bind :8080
            use_backend images if { path_beg /images/ }
            default_backend shop
        backend shop
            balance roundrobin
            option redispatch 1
            server one 127.0.0.1:8081 check inter 200ms
            server two 127.0.0.1:8082 check inter 200ms
        backend images
            server two 127.0.0.1:8082
        """;

    private static final List<Goal> GOALS = List.of(
            new Goal.Turns("/", List.of(8081, 8082)),
            new Goal.Leads("/images/cat.png", 8082),
            new Goal.Survives("/", 8081),
            new Goal.Recovers("/", 8081, Duration.ofSeconds(20)));

    private static final List<Goal> SOON =
            List.of(new Goal.Survives("/", 8081), new Goal.Recovers("/", 8081, Duration.ofSeconds(2)));

    private static final List<Goal> WEIGHTS = List.of(new Goal.Shares("/", Map.of(8081, 3, 8082, 1)));

    private static final Workbench.Listener NOBODY = new Workbench.Listener() {
        @Override
        public void begun(Goal goal) {}

        @Override
        public void asked(int server, boolean stop) {}
    };

    private World world;
    private Workbench bench;

    @BeforeEach
    void open() {
        world = new LiveWorld(Scenario.of(), LiveOptions.anywhere());
        bench = new Workbench(world, Scenario.of(), new LocalWorkplace(_ -> Optional.empty(), (_, _) -> {}));
        bench.serve(List.of(8081, 8082));
    }

    @AfterEach
    void close() {
        bench.close();
        world.close();
    }

    /* What comes of it is the word of the goal that is missed, and why: a blank for a right one. */
    record Case(String what, Dialect dialect, String from, String to, List<Goal> goals, String came) {
        @Override
        public String toString() {
            return dialect.title() + ": " + what;
        }

        String text() {
            var right = dialect == Dialect.NGINX ? NGINX : HAPROXY;
            assertThat(right).contains(from);
            return right.replaceFirst(Pattern.quote(from), to);
        }
    }

    private static Case nginx(String what, String from, String to, List<Goal> goals, String came) {
        return new Case(what, Dialect.NGINX, from, to, goals, came);
    }

    private static Case haproxy(String what, String from, String to, List<Goal> goals, String came) {
        return new Case(what, Dialect.HAPROXY, from, to, goals, came);
    }

    private static Stream<Case> cases() {
        return Stream.of(
                nginx("right", "", "", GOALS, " "),
                nginx("weighted", "8081 max", "8081 weight=3 max", WEIGHTS, " "),
                nginx("not weighted", "", "", WEIGHTS, "shares Uneven"),
                nginx("one client, one server", "upstream shop {", "upstream shop { ip_hash;", GOALS, "turns Repeated"),
                nginx("nobody at a port", "127.0.0.1:8082 max", "127.0.0.1:8099 max", GOALS, "turns Repeated"),
                nginx("images left in the pool", "http://images", "http://shop", GOALS, "leads Stranger"),
                nginx(
                        "never tries the next",
                        "listen 8080;",
                        "listen 8080; proxy_next_upstream off;",
                        GOALS,
                        "survives Unanswered"),
                nginx("comes back late", "fail_timeout=1s", "fail_timeout=1h", SOON, "recovers Forgotten"),
                nginx("past the pool", "http://shop", "http://127.0.0.1:8081", GOALS, "turns Repeated"),
                nginx("a missing semicolon", "fail_timeout=1s;", "fail_timeout=1s", GOALS, "read read"),
                haproxy("right", "", "", GOALS, " "),
                haproxy("weighted", "8081 check", "8081 weight 3 check", WEIGHTS, " "),
                haproxy("not weighted", "", "", WEIGHTS, "shares Uneven"),
                haproxy("one client, one server", "roundrobin", "source", GOALS, "turns Repeated"),
                haproxy("a backup", "8082 check", "8082 backup check", GOALS, "turns Repeated"),
                haproxy("images left in the pool", "use_backend images", "use_backend shop", GOALS, "leads Stranger"),
                haproxy("never tries again", "option redispatch 1", "retries 0", GOALS, "survives Unanswered"),
                haproxy("a word that is none", "roundrobin", "roundrobbin", GOALS, "read read"));
    }

    private static Stream<Arguments> everywhere() {
        return Stream.of(false, true).flatMap(real -> cases().map(each -> Arguments.of(each, real)));
    }

    private Workshop task(Case each) {
        return bench.moved(new Workshop(
                each.dialect(),
                "",
                8080,
                List.of(8081, 8082),
                List.of(),
                List.of(),
                each.text(),
                each.text(),
                each.goals(),
                List.of(),
                Optional.empty()));
    }

    private Report run(Workshop task, boolean real) {
        if (!real) {
            return bench.onEngine(task, task.solution(), NOBODY);
        }
        var program = bench.program(task.dialect());
        Assumptions.assumeTrue(program.isPresent(), task.dialect().title() + " is not on this machine: not asked");
        return bench.onProgram(program.orElseThrow(), task, task.solution(), NOBODY);
    }

    private static String why(Report report) {
        return switch (report) {
            case Report.NotRun _ -> "read";
            case Report.Graded(var _, var verdicts, var _, var _) ->
                verdicts.getLast() instanceof Verdict.Missed(var _, var _, Miss miss)
                        ? miss.getClass().getSimpleName()
                        : "";
        };
    }

    @ParameterizedTest(name = "{0}, by the program: {1}")
    @MethodSource("everywhere")
    void gradesForTheRightReason(Case each, boolean real) {
        var report = run(task(each), real);

        assertThat(report.missed() + " " + why(report)).as("%s", report).isEqualTo(each.came());
    }

    @Test
    void theWorldGoesOnWithWhatReachedItsGoalsOnTheProgram() {
        var sticky =
                nginx("one client, one server", "upstream shop {", "upstream shop { ip_hash;", GOALS, "turns Repeated");
        run(task(sticky), false);
        run(task(nginx("weighted", "8081 max", "8081 weight=3 max", WEIGHTS, " ")), true);

        assertThat(world.scenario().policy().id()).isEqualTo("nginx/round-robin");
        assertThat(world.scenario().servers())
                .extracting(server -> server.weight())
                .startsWith(3, 1);
    }
}
