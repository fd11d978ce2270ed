package ringside.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import ringside.engine.ServerId;

/** What one of our servers shows to a browser: who answered, and something to try. */
final class LocalPage {
    private static final Pattern GAP = Pattern.compile("\\{\\{([a-z.]+)}}");

    private final String template;

    private LocalPage(String template) {
        this.template = template;
    }

    /** The page in a language it is there in, when a browser asks for the first page; nothing for anybody else. */
    static Optional<LocalPage> wanted(RequestHead head, String target) {
        if (!target.equals("/")
                || !head.safe()
                || !head.fields().first("accept").contains("text/html")) {
            return Optional.empty();
        }
        boolean german =
                head.fields().first("accept-language").toLowerCase(Locale.ROOT).startsWith("de");
        return Optional.of(in(german ? Locale.GERMAN : Locale.ROOT));
    }

    private static LocalPage in(Locale locale) {
        var texts = ResourceBundle.getBundle("ringside.net.page", locale);
        return new LocalPage(GAP.matcher(read()).replaceAll(gap -> {
            var key = gap.group(1);
            return texts.containsKey(key) ? texts.getString(key) : gap.group();
        }));
    }

    private static String read() {
        try (var in = LocalPage.class.getResourceAsStream("page.html")) {
            if (in == null) {
                throw new IllegalStateException("page.html is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page of a server for a request by its number, in ASCII alone; 0 stands for one that came past the proxy. */
    String text(ServerId server, long request) {
        return ascii(template.replace("{{request}}", "" + request).replace("{{name}}", escaped(server.name())));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String ascii(String text) {
        var ascii = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c < 128) {
                ascii.append((char) c);
            } else {
                ascii.append("&#").append(c).append(';');
            }
        });
        return ascii.toString();
    }
}
