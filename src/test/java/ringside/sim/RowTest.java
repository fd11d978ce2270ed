package ringside.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RowTest {
    private static final class Guest extends Link<Guest> {}

    private final Row<Guest> row = new Row<>();
    private final Guest a = new Guest();
    private final Guest b = new Guest();
    private final Guest c = new Guest();

    @Test
    void keepsTheOrderWhoeverLeaves() {
        row.add(a);
        row.add(b);
        row.add(c);
        row.remove(b);
        row.add(b);
        row.remove(a);
        assertThat(row.first()).isSameAs(c);
        assertThat(row.size()).isEqualTo(2);
        assertThat(row.clear()).containsExactly(c, b);
        assertThat(row.first()).isNull();
        assertThat(row.size()).isZero();
    }

    @Test
    void letsNobodyLeaveWhoIsNotInIt() {
        var other = new Row<Guest>();
        row.add(a);
        other.remove(a);
        other.remove(b);
        assertThat(row.clear()).containsExactly(a);
    }

    @Test
    void takesNobodyWhoStandsElsewhere() {
        new Row<Guest>().add(a);
        assertThatThrownBy(() -> row.add(a)).hasMessage("one can't stand in two rows at once");
    }
}
