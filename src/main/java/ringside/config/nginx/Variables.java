package ringside.config.nginx;

/** Variables within a word. */
final class Variables {
    private Variables() {}

    /** Makes sure that each dollar sign begins a name. @throws ringside.config.BadInput when one does not */
    static void check(Word word) {
        var text = word.text();
        for (int dollar = text.indexOf('$'); dollar >= 0; dollar = text.indexOf('$', dollar + 1)) {
            boolean braced = text.startsWith("{", dollar + 1);
            int from = dollar + (braced ? 2 : 1);
            int to = from;
            while (to < text.length() && isNamed(text.charAt(to))) {
                to++;
            }
            if (to == from) {
                throw word.wrong("has a $ without a name behind it; write one such as $arg_user");
            }
            if (braced && !text.startsWith("}", to)) {
                throw word.wrong("has a { that is not closed; add a } behind " + text.substring(from, to));
            }
        }
    }

    private static boolean isNamed(char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
