package ringside.app;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import ringside.net.Served;

/** How an access log writes a line. */
enum AccessFormat {
    /** The common log format of the oldest web servers: client, time, request line, status, bytes. */
    COMMON {
        @Override
        String line(long epochMillis, Served served) {
            return escaped(served.client()) + " - - ["
                    + COMMON_TIME.format(Instant.ofEpochMilli(epochMillis)) + "] \""
                    + escaped(served.method()) + ' ' + escaped(served.target()) + ' ' + protocol(served) + "\" "
                    + served.status() + ' ' + served.bytes();
        }
    },
    /** One JSON object a line, with everything that is known. */
    JSON {
        @Override
        String line(long epochMillis, Served served) {
            var line = new JsonObject();
            line.addProperty("time", Instant.ofEpochMilli(epochMillis).toString());
            line.addProperty("request", served.request());
            line.addProperty("client", served.client());
            line.addProperty("method", served.method());
            line.addProperty("target", served.target());
            line.addProperty("protocol", protocol(served));
            line.addProperty("status", served.status());
            line.addProperty("bytes", served.bytes());
            line.addProperty("millis", Math.floor(served.tookNanos() / 1e3) / 1e3);
            served.server().ifPresent(server -> line.addProperty("server", server.name()));
            return ascii(line.toString());
        }
    };

    private static final DateTimeFormatter COMMON_TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** One line, without its end, for a request that ended at this moment. */
    abstract String line(long epochMillis, Served served);

    private static String protocol(Served served) {
        return served.http11() ? "HTTP/1.1" : "HTTP/1.0";
    }

    /** The same JSON with everything that is not plain ASCII as an escape. */
    private static String ascii(String json) {
        var plain = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c < 0x7f) {
                plain.append(c);
            } else {
                plain.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return plain.toString();
    }

    /** What could end a field or a line, or steer a terminal, is written as {@code \xHH}. */
    private static String escaped(String text) {
        var safe = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && c < 0x7f && c != '"' && c != '\\') {
                safe.append(c);
            } else if (c < 0x100) {
                safe.append("\\x").append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
            } else {
                safe.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
            }
        }
        return safe.toString();
    }
}
