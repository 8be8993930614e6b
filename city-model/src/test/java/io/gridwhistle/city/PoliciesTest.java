package io.gridwhistle.city;

import static io.gridwhistle.events.ClockKind.ACKNOWLEDGE;
import static io.gridwhistle.events.ClockKind.HANDLE;
import static io.gridwhistle.events.ClockKind.OVERALL;
import static io.gridwhistle.events.ClockKind.VERIFY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.id.ClassCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoliciesTest {
    private static final Instant START = Instant.parse("2025-11-20T02:00:00Z");
    private static final ClassCode COMPLAINT = new ClassCode("consumer-complaint");
    private static final ClassCode LITTER = new ClassCode("litter");

    private final Policies policies = new Policies(List.of(
            policy(
                    "consumer-complaint",
                    Map.of(ACKNOWLEDGE, Duration.ofMinutes(20), HANDLE, Duration.ofHours(2)),
                    0.25),
            policy(Policy.ANY, Map.of(HANDLE, Duration.ofDays(7), OVERALL, Duration.ofDays(15)), 0.5)));

    @Test
    void aClassHasItsOwnPolicyOrTheGeneralOne() {
        assertThat(policies.findDeadline(COMPLAINT, ACKNOWLEDGE, START)).contains(START.plusSeconds(20 * 60));
        assertThat(policies.findDeadline(LITTER, HANDLE, START)).contains(START.plus(Duration.ofDays(7)));
    }

    @Test
    void aClockThatThePolicyDoesNotNameIsNotKept() {
        assertThat(policies.findDeadline(LITTER, VERIFY, START)).isEmpty();
        assertThat(policies.findDeadline(COMPLAINT, OVERALL, START))
                .as("a policy of its own is not mixed with the general one")
                .isEmpty();
        assertThat(policies.orderDeadlines(LITTER, START, false)).containsOnlyKeys(HANDLE);
    }

    @Test
    void aReworkGetsAShareOfTheHandleClockAndAllOfTheAcknowledgeClock() {
        assertThat(policies.orderDeadlines(COMPLAINT, START, true))
                .containsEntry(ACKNOWLEDGE, START.plusSeconds(20 * 60))
                .containsEntry(HANDLE, START.plusSeconds(30 * 60));
    }

    @Test
    void aClockWarnsAfterItsShareToTheMillisecond() {
        assertThat(policies.warnAt(COMPLAINT, START, START.plusMillis(1_001))).isEqualTo(START.plusMillis(801));
    }

    @Test
    void withoutAnyPolicyNothingIsTimed() {
        var none = new Policies(List.of());
        assertThat(none.orderDeadlines(LITTER, START, false)).isEmpty();
        assertThat(none.find(LITTER)).isEmpty();
    }

    @Test
    void aPolicyThatCannotBeMeantIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy("litter", Map.of(HANDLE, Duration.ZERO), 0.5))
                .withMessageContaining("clock 'handle' is above zero and at most 3650 days");
        assertThatIllegalArgumentException().isThrownBy(() -> policy("litter", Map.of(), 1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Policy("litter", Map.of(), 0.5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Policy("litter", Map.of(), 0.5, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Policies(List.of(policy("litter", Map.of(), 1), policy("litter", Map.of(), 1))))
                .withMessageContaining("two policies");
    }

    private static Policy policy(String classCode, Map<ClockKind, Duration> clocks, double rework) {
        return new Policy(classCode, clocks, rework, 0.8);
    }
}
