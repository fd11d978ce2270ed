package ringside.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import ringside.config.BadInput;
import ringside.config.Nearest;

/** Whether what should come first is there, and can come first. */
final class Needs {
    private final List<Lesson> lessons;
    private final Set<String> known;

    /**
     * Needs among these lessons.
     *
     * @param others ids of lessons that are elsewhere, and may be needed too
     */
    Needs(List<Lesson> lessons, Set<String> others) {
        this.lessons = lessons;
        this.known = new TreeSet<>(others);
        lessons.forEach(l -> known.add(l.id()));
    }

    /** One line for each lesson that is needed and not there, and for each circle. */
    List<String> problems() {
        var problems = new ArrayList<String>();
        lessons.forEach(l -> problems.addAll(problems(l.about().needs())));
        var circled = new HashSet<String>();
        for (var lesson : lessons) {
            var way = way(lesson.id(), lesson.id(), new HashSet<>());
            if (!way.isEmpty() && !circled.contains(lesson.id())) {
                way.forEach(need -> circled.add(need.lesson()));
                problems.add(circle(lesson.id(), way));
            }
        }
        return problems;
    }

    /** One line for each of these that is not there. */
    List<String> problems(List<Need> needs) {
        return needs.stream()
                .filter(need -> !known.contains(need.lesson()))
                .map(need -> String.valueOf(new BadInput(
                                need.at(), "no lesson is called " + need.lesson() + Nearest.hint(need.lesson(), known))
                        .getMessage()))
                .toList();
    }

    /** The needs that lead from a lesson to another; none when it does not need it. */
    private List<Need> way(String from, String to, Set<String> seen) {
        var needs = lessons.stream()
                .filter(l -> l.id().equals(from) && seen.add(from))
                .flatMap(l -> l.about().needs().stream())
                .toList();
        for (var need : needs) {
            var rest = need.lesson().equals(to) ? List.<Need>of() : way(need.lesson(), to, seen);
            if (need.lesson().equals(to) || !rest.isEmpty()) {
                var way = new ArrayList<>(List.of(need));
                way.addAll(rest);
                return way;
            }
        }
        return List.of();
    }

    private static String circle(String lesson, List<Need> way) {
        var told = way.size() == 1
                ? lesson + " needs itself; leave that out"
                : lesson + " needs "
                        + String.join(
                                ", which needs ", way.stream().map(Need::lesson).toList())
                        + "; one of them has to come first, so leave one of these needs out";
        return String.valueOf(new BadInput(way.getFirst().at(), told).getMessage());
    }
}
