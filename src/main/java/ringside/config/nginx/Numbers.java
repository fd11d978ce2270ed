package ringside.config.nginx;

import ringside.config.BadInput;

/** Whole numbers as nginx has them: digits and nothing else. */
final class Numbers {
    private Numbers() {}

    /**
     * A number within bounds, both inclusive.
     *
     * @param at the word it is part of
     * @param what what it is, such as {@code weight}
     * @throws BadInput when it is none
     */
    static int whole(Word at, String what, String digits, int least, int most) {
        boolean number =
                !digits.isEmpty() && digits.length() <= 18 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        long value = number ? Long.parseLong(digits) : -1;
        if (value < least || value > most) {
            throw at.wrong("has no valid " + what + "; it should be a whole number from " + least + " to " + most);
        }
        return (int) value;
    }
}
