package ringside.app;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Pattern;
import ringside.config.BadInput;
import ringside.engine.Request;

/** One request written as a line of JSON, such as {@code {"client":"10.0.0.1","path":"/a?k=x","headers":{"k":"x"}}}. */
final class RequestLine {
    private static final Pattern COLUMN = Pattern.compile("line \\d+ column (\\d+)");

    private RequestLine() {}

    /** The request on the line that was read last. @throws BadInput when it is none */
    static Request read(Lines lines, String line) {
        try (var json = new JsonReader(new StringReader(line))) {
            json.setStrictness(Strictness.STRICT);
            var request = request(json);
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedJsonException("more than one value at " + json);
            }
            return request;
        } catch (MalformedJsonException | EOFException | IllegalStateException e) {
            var column = COLUMN.matcher(String.valueOf(e.getMessage()));
            int at = column.find() ? Integer.parseInt(column.group(1)) : line.length() + 1;
            throw new BadInput(
                    lines.place(at),
                    "this is no request; write"
                            + " {\"client\":\"10.0.0.1\",\"path\":\"/a?key=x\",\"headers\":{\"k\":\"x\"}}");
        } catch (IOException e) {
            throw new BadInput(lines.place(1), "this cannot be read: " + e.getMessage());
        }
    }

    private static Request request(JsonReader json) throws IOException {
        var client = "127.0.0.1";
        var path = "/";
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "client" -> client = text(json);
                case "path" -> path = text(json);
                case "headers" -> headers(json);
                default -> throw new MalformedJsonException("unknown name at " + json);
            }
        }
        json.endObject();
        return Request.of(client, path);
    }

    /** Headers must be texts; no policy looks at them. */
    private static void headers(JsonReader json) throws IOException {
        json.beginObject();
        while (json.peek() == JsonToken.NAME) {
            json.skipValue();
            check(json);
            json.skipValue();
        }
        json.endObject();
    }

    private static String text(JsonReader json) throws IOException {
        check(json);
        return json.nextString();
    }

    private static void check(JsonReader json) throws IOException {
        if (json.peek() != JsonToken.STRING) {
            throw new MalformedJsonException("no text at " + json);
        }
    }
}
