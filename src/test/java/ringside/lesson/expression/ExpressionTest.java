package ringside.lesson.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.lesson.expression.Signature.Parameter;

final class ExpressionTest {
    private static final Vocabulary WORDS = Vocabulary.of(List.of(
                    new Signature("servers", List.of(), Value.Kind.NUMBER, "how many servers there are"),
                    new Signature("failed", List.of(), Value.Kind.NUMBER, "requests that failed"),
                    new Signature("failed", List.of(Parameter.SERVER), Value.Kind.NUMBER, "those of a server"),
                    new Signature("in_pool", List.of(Parameter.SERVER), Value.Kind.TRUTH, "whether it is there"),
                    new Signature("owner", List.of(Parameter.KEY), Value.Kind.TEXT, "whose a key is"),
                    new Signature("policy", List.of(), Value.Kind.TEXT, "the policy")))
            .with(Signature.Parameter.SERVER, List.of("A", "Server-B"))
            .plusWords(List.of("up"));

    private static final Facts FACTS = (name, arguments) -> switch (name + arguments.size()) {
        case "servers0" -> Value.of(3);
        case "failed0" -> Value.of(10);
        case "failed1" -> Value.of(arguments.getFirst().equals(Value.of("A")) ? 4 : 6);
        case "in_pool1" -> Value.of(arguments.getFirst().equals(Value.of("A")));
        case "owner1" -> Value.of(arguments.getFirst().equals(Value.of("user:7")) ? "A" : "Server-B");
        default -> Value.of("textbook/ring");
    };

    private static Value value(String text) throws BadExpression {
        return Expression.read(text, WORDS).of(FACTS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "servers | 3",
                "servers + 2 * 4 | 11",
                "(servers + 2) * 4 | 20",
                "10 - 4 - 3 | 3",
                "12 / 4 / 3 | 1",
                "servers / 0 | 0",
                "31.3% * 1000 | 313",
                "failed - failed(A) | 6",
                "failed(Server-B) | 6",
                "min(servers, 2) + max(1, 7) | 9",
                "round(2.6) | 3",
                "if(servers == 3, 1, 2) | 1",
                "if(in_pool(Server-B), 1, 2) | 2"
            })
    void countsAsPeopleDo(String text, double expected) throws BadExpression {
        assertThat(value(text)).isEqualTo(Value.of(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "servers == 3 | true",
                "servers != 3 | false",
                "servers <= 3 and servers >= 3 | true",
                "servers < 3 or servers > 2 | true",
                "0.1 + 0.2 == 0.3 | true",
                "not in_pool(A) | false",
                "not in_pool(Server-B) and servers == 3 | true",
                "servers == 1 and servers == 2 or servers == 3 | true",
                "servers == 3 or servers == 2 and servers == 1 | true",
                "owner(user:7) == A | true",
                "owner(\"no such key\") == Server-B | true",
                "policy == 'textbook/ring' | true",
                "policy != up | true",
                "about(31.3%, 31%, 0.5%) | true",
                "about(31.3%, 30%, 0.5%) | false"
            })
    void holdsOrNot(String text, boolean expected) throws BadExpression {
        assertThat(value(text)).isEqualTo(Value.of(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serverz == 3 | 1 | there is no fact \"serverz\"; did you mean servers?",
                "servers == | 11 | a fact, a number or text belongs here, not the end",
                "servers = 3 | 9 | \"=\" means nothing here; write == to compare",
                "servers ? 3 | 9 | \"?\" means nothing here; use == != < <= > >= + - * / and or not ( )",
                "servers == up | 9 | this compares a number with text; both must be the same",
                "policy < up | 8 | only numbers have an order; compare text with == or !=",
                "servers and 1 == 1 | 9 | \"and\" wants yes or no, and is given a number",
                "in_pool(A) + 1 | 12 | \"+\" wants a number, and is given yes or no",
                "in_pool(Z) | 9 | no server of this lesson is named \"Z\"; there are A, Server-B",
                "in_pool() | 9 | a server belongs here: in_pool(a server)",
                "in_pool | 1 | write it as in_pool(a server)",
                "servers(A) | 8 | servers takes nothing in parentheses",
                "(servers == 3 | 14 | \")\" belongs here, not the end",
                "servers 3 | 9 | nothing may follow here, not \"3\"",
                "1.2.3 == 4 | 1 | \"1.2.3\" is no number; write it like 313 or 31.3",
                "policy == \"ring | 11 | the text that begins here has no closing \"",
                "if(servers == 3, 1, up) == 1 | 1 | if( ) chooses between a number and text; both must be the same",
                "about(1, 2) | 1 | about takes 3 numbers, not 2"
            })
    void tellsWhereItIsWrongAndWhatWouldBeRight(String text, int column, String message) {
        var bad = catchThrowableOfType(BadExpression.class, () -> Expression.read(text, WORDS));
        assertThat(bad).hasMessage(message);
        assertThat(bad.column()).isEqualTo(column);
    }

    @Test
    void refusesToGoDeeperThanAnyoneNeeds() {
        var bad = catchThrowableOfType(
                BadExpression.class, () -> Expression.read("(".repeat(900) + "1" + ")".repeat(900), WORDS));
        assertThat(bad).hasMessage("parentheses are at most 50 deep");
        assertThat(catchThrowableOfType(
                        BadExpression.class, () -> Expression.read("not ".repeat(400) + "in_pool(A)", WORDS)))
                .hasMessage("parentheses are at most 50 deep");
    }

    @Test
    void refusesWhatIsTooLong() {
        var bad = catchThrowableOfType(BadExpression.class, () -> Expression.read("1+".repeat(2000) + "1", WORDS));
        assertThat(bad).hasMessage("an expression has at most 2000 characters");
    }

    @Test
    void knowsWhichFactsItAsksFor() throws BadExpression {
        var facts = Expression.read("if(in_pool(A), failed(A), servers) > 2 and not (failed == 1)", WORDS)
                .facts()
                .map(Expression.Fact::written);
        assertThat(facts).containsExactly("in_pool(A)", "failed(A)", "servers", "failed");
    }
}
