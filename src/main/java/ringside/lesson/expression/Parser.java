package ringside.lesson.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ringside.lesson.expression.Expression.Both;
import ringside.lesson.expression.Expression.Comparison;
import ringside.lesson.expression.Expression.Either;
import ringside.lesson.expression.Expression.Literal;
import ringside.lesson.expression.Expression.Not;
import ringside.lesson.expression.Expression.Sum;
import ringside.lesson.expression.Expression.When;
import ringside.lesson.expression.Signature.Parameter;

/** Makes a tree of an expression: or, and, not, comparison, sum, product, in this order. */
final class Parser {
    private static final int DEEPEST = 50;

    private final List<Token> tokens;
    private final Vocabulary vocabulary;
    private int at;
    private int depth;

    private Parser(List<Token> tokens, Vocabulary vocabulary) {
        this.tokens = tokens;
        this.vocabulary = vocabulary;
    }

    static Expression parse(String text, Vocabulary vocabulary) throws BadExpression {
        var parser = new Parser(Lexer.cut(text), vocabulary);
        var whole = parser.either();
        var rest = parser.peek();
        if (rest.kind() != Token.Kind.END) {
            throw new BadExpression(rest.column(), "nothing may follow here, not " + rest.shown());
        }
        return whole;
    }

    private Expression either() throws BadExpression {
        deeper();
        var left = both();
        while (peek().is("or")) {
            var or = take();
            left = new Either(truth(left, or), truth(both(), or));
        }
        depth--;
        return left;
    }

    private void deeper() throws BadExpression {
        if (++depth > DEEPEST) {
            throw new BadExpression(peek().column(), "parentheses are at most " + DEEPEST + " deep");
        }
    }

    private Expression both() throws BadExpression {
        var left = not();
        while (peek().is("and")) {
            var and = take();
            left = new Both(truth(left, and), truth(not(), and));
        }
        return left;
    }

    private Expression not() throws BadExpression {
        if (!peek().is("not")) {
            return comparison();
        }
        var not = take();
        deeper();
        var inner = new Not(truth(not(), not));
        depth--;
        return inner;
    }

    private Expression comparison() throws BadExpression {
        var left = sum();
        var sign = Sign.written(peek().text());
        if (sign.isEmpty() || peek().kind() != Token.Kind.SIGN) {
            return left;
        }
        var token = take();
        var right = sum();
        if (left.kind() != right.kind()) {
            throw new BadExpression(
                    token.column(),
                    "this compares " + left.kind() + " with " + right.kind() + "; both must be the same");
        }
        if (sign.get().orders() && left.kind() != Value.Kind.NUMBER) {
            throw new BadExpression(
                    token.column(), "only numbers have an order; compare " + left.kind() + " with == or !=");
        }
        return new Comparison(left, sign.get(), right);
    }

    private Expression sum() throws BadExpression {
        var left = product();
        while (peek().is("+") || peek().is("-")) {
            var sign = take();
            left = new Sum(number(left, sign), sign.text().charAt(0), number(product(), sign));
        }
        return left;
    }

    private Expression product() throws BadExpression {
        var left = single();
        while (peek().is("*") || peek().is("/")) {
            var sign = take();
            left = new Sum(number(left, sign), sign.text().charAt(0), number(single(), sign));
        }
        return left;
    }

    private Expression single() throws BadExpression {
        var token = take();
        return switch (token.kind()) {
            case NUMBER -> literal(Value.of(Double.parseDouble(token.text())));
            case PERCENT -> literal(Value.of(Double.parseDouble(token.text()) / 100));
            case QUOTED -> literal(Value.of(token.text()));
            case NAME -> named(token);
            case SIGN, END -> parenthesised(token);
        };
    }

    private Expression parenthesised(Token open) throws BadExpression {
        if (!open.is("(")) {
            throw new BadExpression(open.column(), "a fact, a number or text belongs here, not " + open.shown());
        }
        var inner = either();
        expect(")");
        return inner;
    }

    private static Expression literal(Value value) {
        return new Literal(value);
    }

    private Expression named(Token name) throws BadExpression {
        if (name.is("if") && peek().is("(")) {
            return when(name);
        }
        var function = Arithmetic.written(name.text());
        if (function.isPresent() && peek().is("(")) {
            return call(function.get(), name);
        }
        var fact = vocabulary.fact(name.text(), peek().is("("));
        if (fact.isPresent()) {
            return new Expression.Fact(fact.get(), arguments(fact.get(), name));
        }
        if (vocabulary.words().contains(name.text()) || vocabulary.servers().contains(name.text())) {
            return literal(Value.of(name.text()));
        }
        throw new BadExpression(
                name.column(), "there is no fact \"" + name.text() + "\"" + Nearest.hint(name.text(), vocabulary));
    }

    private Expression when(Token name) throws BadExpression {
        expect("(");
        var condition = truth(either(), name);
        expect(",");
        var yes = either();
        expect(",");
        var no = either();
        expect(")");
        if (yes.kind() != no.kind()) {
            throw new BadExpression(
                    name.column(),
                    "if( ) chooses between " + yes.kind() + " and " + no.kind() + "; both must be the same");
        }
        return new When(condition, yes, no);
    }

    private Expression call(Arithmetic function, Token name) throws BadExpression {
        var arguments = new ArrayList<Expression>();
        do {
            take();
            arguments.add(number(either(), name));
        } while (peek().is(","));
        expect(")");
        if (arguments.size() != function.arguments()) {
            throw new BadExpression(
                    name.column(),
                    function.written() + " takes " + function.arguments() + " numbers, not " + arguments.size());
        }
        return new Expression.Call(function, arguments);
    }

    private List<Expression> arguments(Signature fact, Token name) throws BadExpression {
        var arguments = new ArrayList<Expression>();
        if (fact.parameters().isEmpty()) {
            if (peek().is("(")) {
                throw new BadExpression(peek().column(), fact.name() + " takes nothing in parentheses");
            }
            return arguments;
        }
        if (!peek().is("(")) {
            throw new BadExpression(name.column(), "write it as " + fact.usage());
        }
        for (var parameter : fact.parameters()) {
            expect(arguments.isEmpty() ? "(" : ",");
            arguments.add(argument(fact, parameter));
        }
        expect(")");
        return arguments;
    }

    private Expression argument(Signature fact, Parameter parameter) throws BadExpression {
        var token = peek();
        if (parameter == Parameter.NUMBER) {
            return number(either(), token);
        }
        take();
        if (token.kind() == Token.Kind.SIGN || token.kind() == Token.Kind.END) {
            throw new BadExpression(token.column(), parameter + " belongs here: " + fact.usage());
        }
        if (parameter.named() && !vocabulary.known(parameter).contains(token.text())) {
            throw new BadExpression(token.column(), unknown(parameter, token));
        }
        return literal(Value.of(token.text()));
    }

    private String unknown(Parameter parameter, Token token) {
        var there = vocabulary.known(parameter).stream().sorted().collect(Collectors.joining(", "));
        var what = parameter.toString().replaceFirst("^an? ", "");
        return "no " + what + " of this lesson is named \"" + token.text() + "\"; there "
                + (there.isEmpty() ? "is none" : "are " + there);
    }

    private Expression truth(Expression inner, Token near) throws BadExpression {
        return of(Value.Kind.TRUTH, inner, near);
    }

    private Expression number(Expression inner, Token near) throws BadExpression {
        return of(Value.Kind.NUMBER, inner, near);
    }

    private static Expression of(Value.Kind wanted, Expression inner, Token near) throws BadExpression {
        if (inner.kind() != wanted) {
            throw new BadExpression(
                    near.column(), "\"" + near.text() + "\" wants " + wanted + ", and is given " + inner.kind());
        }
        return inner;
    }

    private void expect(String sign) throws BadExpression {
        var token = take();
        if (!token.is(sign)) {
            throw new BadExpression(token.column(), "\"" + sign + "\" belongs here, not " + token.shown());
        }
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token take() {
        var token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }
}
