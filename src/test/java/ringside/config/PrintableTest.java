package ringside.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PrintableTest {
    @Test
    void leavesOrdinaryTextAlone() {
        assertThat(Printable.line("naïve 漢字 🎪 `a`")).isEqualTo("naïve 漢字 🎪 `a`");
    }

    @Test
    void escapesWhatBreaksALineOrMovesTheCursor() {
        assertThat(Printable.line("a\nb\r\tc\u001b[2J\u0007\u009b")).isEqualTo("a\\nb\\r\\tc\\u001b[2J\\u0007\\u009b");
    }

    @Test
    void escapesWhatHidesOrTurnsItsNeighbours() {
        assertThat(Printable.line("a\u202eb\u200b\u2028\ud800")).isEqualTo("a\\u202eb\\u200b\\u2028\\ud800");
    }

    @Test
    void cutsLongTextBetweenCharacters() {
        assertThat(Printable.brief("🎪".repeat(61))).isEqualTo("🎪".repeat(60) + "…");
        assertThat(Printable.brief("🎪".repeat(60))).isEqualTo("🎪".repeat(60));
    }
}
