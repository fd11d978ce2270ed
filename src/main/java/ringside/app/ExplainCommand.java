package ringside.app;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import ringside.config.Reach;
import ringside.engine.Request;
import ringside.trace.Subject;

/** Tells why one request goes where it goes. */
@Command(
        name = "explain",
        description = "Tell step by step why one request goes where it goes, as the first one after a start.")
final class ExplainCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PoolFile file = new PoolFile();

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "Stands for whatever the policy hashes: key, client's address, target, value of a header or"
                    + " parameter.")
    private Optional<String> key = Optional.empty();

    @Option(names = "--client", paramLabel = "ADDRESS", description = "The client's address, 127.0.0.1 if not given.")
    private Optional<String> client = Optional.empty();

    @Option(names = "--path", paramLabel = "PATH", description = "What is asked for, / if not given.")
    private Optional<String> path = Optional.empty();

    @Option(names = "--header", paramLabel = "NAME:VALUE", description = "A header of the request.")
    private String[] headers = {};

    @Override
    public void run() {
        var subject = file.subject(Reach.ANYWHERE, spec);
        var request =
                key.isPresent() ? keyed(key.get()) : subject.upstream().key().keyed(request());
        var asked = key.isPresent() ? subject.byKey() : subject;
        var out = spec.commandLine().getOut();
        Explanation.of(asked, request).forEach(out::println);
    }

    private Request keyed(String text) {
        if (client.isPresent() || path.isPresent() || headers.length > 0) {
            throw wrong("--key stands for the whole request; leave out --client, --path and --header");
        }
        return Subject.keyed(text);
    }

    private Request request() {
        return new Request(client.orElse("127.0.0.1"), "GET", path.orElse("/"), headers(), "");
    }

    private Map<String, String> headers() {
        var named = new HashMap<String, String>();
        for (var header : headers) {
            int colon = header.indexOf(':');
            if (colon < 1) {
                throw wrong("a header is NAME:VALUE, not \"" + header + "\"");
            }
            named.put(
                    header.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        return named;
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
