package ringside.lesson;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTML of notes as plain text: breaks become lines, other marks go, and entities become what they stand for. */
final class AnkiHtml {
    private static final Pattern SHOWN = Pattern.compile(
            "(?i)<(img|audio|video|object|embed|iframe|svg|canvas|script|style|link|input|form)\\b|\\[sound:");
    private static final Pattern BREAK = Pattern.compile("(?i)<br ?/?>|</(div|p|li|tr|h[1-6])>");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]{0,2000}>|<!--[^>]{0,2000}-->");
    private static final Pattern ENTITY =
            Pattern.compile("&(#\\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|lt|gt|amp|quot|apos|nbsp);");
    private static final Map<String, String> NAMED =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'", "nbsp", " ");

    private AnkiHtml() {}

    /** Whether there is something that is no text: a picture, a sound, a script. */
    static boolean shows(String html) {
        return SHOWN.matcher(html).find();
    }

    static String plain(String html) {
        var text = TAG.matcher(BREAK.matcher(html).replaceAll("\n")).replaceAll("");
        return ENTITY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(meant(found)));
    }

    private static String meant(MatchResult found) {
        var name = found.group(1);
        if (!name.startsWith("#")) {
            return NAMED.getOrDefault(name, found.group());
        }
        boolean hex = name.length() > 1 && Character.toLowerCase(name.charAt(1)) == 'x';
        int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
        boolean character = Character.isValidCodePoint(code) && Character.getType(code) != Character.SURROGATE;
        return character ? Character.toString(code) : found.group();
    }
}
