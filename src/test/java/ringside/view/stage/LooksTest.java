package ringside.view.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.engine.ServerId;
import ringside.view.Identities;
import ringside.view.Identity;

final class LooksTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyTextCanBeRead(boolean dark) {
        var palette = dark ? Palette.DARK : Palette.LIGHT;
        for (var text : List.of(
                palette.text(),
                palette.muted(),
                palette.good(),
                palette.falling(),
                palette.warn(),
                palette.bad(),
                palette.calm())) {
            assertThat(text.contrast(palette.card())).as("%06x", text.rgb()).isGreaterThanOrEqualTo(4.5);
        }
        assertThat(palette.muted().contrast(palette.panel())).isGreaterThanOrEqualTo(4.5);
        for (int number = 0; number < 6; number++) {
            assertThat(palette.kin(number).contrast(palette.card())).isGreaterThanOrEqualTo(4.5);
        }
        for (int number = 0; number < 26; number++) {
            var letter = palette.lettering(number);
            assertThat(letter.contrast(palette.card())).isGreaterThanOrEqualTo(4.5);
            assertThat(letter.contrast(palette.wash(number).over(palette.card())))
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void contrastIsThatOfTheGuideline() {
        assertThat(Tint.of(0x000000).contrast(Tint.of(0xffffff))).isEqualTo(21);
        assertThat(Tint.of(0x777777).contrast(Tint.of(0xffffff))).isBetween(4.47, 4.49);
    }

    @Test
    void aLetterKeepsItsColourWhoeverElseIsThere() {
        var identities = new Identities();
        identities.meet(List.of(new ServerId("Server-C"), new ServerId("web"), new ServerId("Server-A")));
        assertThat(identities.of(new ServerId("Server-C"))).isEqualTo(new Identity(2, "C"));
        assertThat(identities.of(new ServerId("Server-A"))).isEqualTo(new Identity(0, "A"));
        assertThat(identities.of(new ServerId("web"))).isEqualTo(new Identity(5, "web"));
        assertThat(identities.of(new ServerId("s12"))).isEqualTo(new Identity(1, "12"));
    }

    @Test
    void serversOfOneColourDifferInPattern() {
        assertThat(new Identity(0, "A").pattern()).isNotEqualTo(new Identity(6, "G").pattern());
    }

    @Test
    void newServersAreNamedLikeThoseThatAreThere() {
        assertThat(Names.next(List.of("A", "B", "C"), 3)).containsExactly("D", "E", "F");
        assertThat(Names.next(List.of("Server-A", "Server-C"), 2)).containsExactly("Server-B", "Server-D");
        assertThat(Names.next(List.of("web1", "web2"), 2)).containsExactly("web3", "web4");
        assertThat(Names.next(List.of(), 2)).containsExactly("A", "B");
        assertThat(Names.next(List.of("nginx"), 1)).containsExactly("A");
    }
}
