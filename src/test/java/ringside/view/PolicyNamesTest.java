package ringside.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import ringside.engine.Policies;

final class PolicyNamesTest {
    @Test
    void sayWhatEveryPolicyDoesInGermanToo() {
        assertThat(ResourceBundle.getBundle("ringside.view.policies", Locale.GERMAN)
                        .keySet())
                .containsExactlyInAnyOrderElementsOf(Policies.all().stream()
                        .map(e -> e.id().replace('/', '.'))
                        .toList());
        var turns = Policies.find("textbook/round-robin").orElseThrow();
        assertThat(PolicyNames.sentence(turns, Locale.GERMAN)).isEqualTo("Gibt jedem Server reihum eine Anfrage.");
        assertThat(PolicyNames.sentence(turns, Locale.ENGLISH)).isEqualTo("Gives each server one request in turn.");
    }
}
