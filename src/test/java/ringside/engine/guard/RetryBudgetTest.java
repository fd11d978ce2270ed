package ringside.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.engine.Trials;
import ringside.engine.guard.RetryBudget.Grant;
import ringside.engine.guard.RetryBudget.Kind;

class RetryBudgetTest {
    @ParameterizedTest
    @CsvSource({"20, 3, 0, 3", "20, 3, 19, 3", "20, 3, 20, 4", "20, 3, 104, 20", "0, 0, 1000, 0", "100, 1, 7, 7"})
    void aShareOfWhatIsInFlightIsRoundedDown(int percent, int least, int inFlight, int retries) {
        assertThat(new RetryShare.Limit(percent, least).of(inFlight)).isEqualTo(retries);
    }

    @Test
    void aShareGrowsWithTheTrafficAndComesBackWhenRetriesEnd() {
        var budget = new RetryShare(RetryShare.Limit.ENVOY);
        for (int i = 0; i < 20; i++) {
            budget.first();
        }
        assertThat(granted(budget, 9)).isEqualTo(4);
        budget.ended(Kind.RETRY);
        assertThat(granted(budget, 9)).isEqualTo(1);
        for (int i = 0; i < 20; i++) {
            budget.ended(Kind.FIRST);
        }
        budget.ended(Kind.RETRY);
        budget.ended(Kind.RETRY);
        assertThat(granted(budget, 9)).isEqualTo(1);
    }

    @Test
    void nothingEndsThatHasNotBegun() {
        assertThatThrownBy(() -> new RetryShare(RetryShare.Limit.ENVOY).ended(Kind.FIRST))
                .hasMessage("an attempt ended that had not begun");
    }

    @Test
    void tokensAreSavedUpByRequestsAndSpentByRetries() {
        var budget = new RetryTokens(20, 10);
        assertThat(granted(budget, 99)).isEqualTo(10);
        for (int i = 0; i < 9; i++) {
            budget.first();
            budget.ended(Kind.FIRST);
        }
        assertThat(budget.left()).isEqualTo(1);
        assertThat(granted(budget, 99)).isEqualTo(1);
        for (int i = 0; i < 1000; i++) {
            budget.first();
        }
        assertThat(granted(budget, 99)).isEqualTo(10);
    }

    @Test
    void overAnyTimeRetriesAreNoMoreThanTheirPartOfTheRequestsAndThePurse() {
        Trials.of(100, random -> {
            int percent = random.nextInt(101);
            int purse = 1 + random.nextInt(20);
            var budget = new RetryTokens(percent, purse);
            int requests = 0;
            int retries = 0;
            for (int i = 0; i < 1000; i++) {
                if (random.nextInt(3) == 0) {
                    budget.first();
                    requests++;
                } else {
                    retries += budget.retry() == Grant.GRANTED ? 1 : 0;
                }
                assertThat(100 * retries).isLessThanOrEqualTo(100 * purse + percent * requests);
            }
            assertThat(retries).isGreaterThanOrEqualTo(purse);
        });
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> new RetryShare.Limit(101, 0))
                .hasMessage("retries are 0 to 100 % of what is in flight and 0 at least, not 101 % and 0");
        assertThatThrownBy(() -> new RetryTokens(-1, 1)).hasMessage("a request saves up 0 to 100 % of a retry, not -1");
        assertThatThrownBy(() -> new RetryTokens(1, 0)).hasMessage("a purse holds 1 retry or more, not 0");
    }

    private static int granted(RetryBudget budget, int asked) {
        int granted = 0;
        for (int i = 0; i < asked; i++) {
            granted += budget.retry() == Grant.GRANTED ? 1 : 0;
        }
        return granted;
    }
}
