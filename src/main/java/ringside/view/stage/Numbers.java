package ringside.view.stage;

/** Numbers as the stage writes them. */
final class Numbers {
    private Numbers() {}

    /** With a narrow gap between thousands: 1 000. */
    static String grouped(long number) {
        String digits = Long.toString(number);
        var text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            boolean gap = i > 0 && (digits.length() - i) % 3 == 0 && Character.isDigit(digits.charAt(i - 1));
            text.append(gap ? "\u2009" : "").append(digits.charAt(i));
        }
        return text.toString();
    }

    /** A share from 0 to 1 in percent with one decimal: 30.0 %. */
    static String percent(double share) {
        long tenths = Math.round(share * 1000);
        return tenths / 10 + "." + tenths % 10 + " %";
    }
}
