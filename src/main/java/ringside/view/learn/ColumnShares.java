package ringside.view.learn;

import java.util.Arrays;
import java.util.List;

/** How the columns of a table share a width that is too small for them: none gets less than its longest word needs. */
final class ColumnShares {
    /** So many letters stand in a line of a lesson. */
    private static final int LINE = 36;

    private ColumnShares() {}

    /**
     * The share of each column in per cent; none where all fit into a line as they are.
     *
     * @param rows the words of each cell; all rows are equally long
     */
    static double[] of(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        var longest = new int[columns];
        var whole = new int[columns];
        for (var row : rows) {
            for (int i = 0; i < columns; i++) {
                whole[i] = Math.max(whole[i], row.get(i).length());
                for (var word : row.get(i).split(" ", -1)) {
                    longest[i] = Math.max(longest[i], word.length());
                }
            }
        }
        return Arrays.stream(whole).sum() <= LINE ? new double[0] : shares(longest, whole);
    }

    /** Room that words leave goes to those who would still have to break their lines, in proportion. */
    private static double[] shares(int[] longest, int[] whole) {
        int needed = Arrays.stream(longest).sum();
        int wanted = Math.max(1, Arrays.stream(whole).sum() - needed);
        double room = Math.max(0, LINE - needed);
        var shares = new double[longest.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = 100 * (longest[i] + room * (whole[i] - longest[i]) / wanted) / (needed + room);
        }
        return shares;
    }
}
