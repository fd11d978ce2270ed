package ringside.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PositionTest {
    private static final Position TWELVE = new Position(0, 0);
    private static final Position SIX = new Position(0x8000000000000000L, 0);
    private static final Position NINE = Position.ofInt(0xc0000000);

    @Test
    void liesClockwiseFromTwelveOClock() {
        assertThat(TWELVE.turn()).isZero();
        assertThat(SIX.turn()).isEqualTo(0.5);
        assertThat(NINE.turn()).isEqualTo(0.75);
        assertThat(new Position(-1, -1).turn()).isLessThan(1);
    }

    @Test
    void isOrderedAsUnsigned() {
        assertThat(TWELVE).isLessThan(SIX);
        assertThat(SIX).isLessThan(NINE).isLessThan(new Position(0x8000000000000000L, -1));
    }

    @Test
    void isAsFarFromAnotherAsTheArcClockwise() {
        assertThat(Position.arc(TWELVE, NINE)).isEqualTo(0.75);
        assertThat(Position.arc(NINE, TWELVE)).isEqualTo(0.25);
        assertThat(Position.arc(NINE, SIX)).isEqualTo(0.75);
        assertThat(Position.arc(SIX, SIX)).isZero();
    }

    @Test
    void isAlmostAFullTurnFromThePlaceJustBehind() {
        assertThat(Position.arc(new Position(5, 1), new Position(5, 0))).isBetween(1 - 0x1p-52, Math.nextDown(1.0));
        assertThat(Position.arc(new Position(5, 0), new Position(5, 1))).isZero();
        assertThat(Position.arc(new Position(0, -1), new Position(0x4000000000000001L, 0)))
                .isEqualTo(0.25);
    }

    @Test
    void showsOnARingOfTwoToThe32() {
        assertThat(NINE.onScreenRing()).isEqualTo(3_221_225_472L);
    }
}
