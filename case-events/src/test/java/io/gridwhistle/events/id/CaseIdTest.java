package io.gridwhistle.events.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseIdTest {
    private static final PlatformId HOTLINE = new PlatformId("hotline-12345");
    private static final CaseId CASE = CaseId.of(HOTLINE, "ZZ-2026-000001");

    /** A platform that retries after an upgrade must still find its case: this id never changes. */
    @Test
    void the_id_of_a_report_is_the_same_for_ever() {
        assertThat(CASE).hasToString("kdinih1vuicnfflo9p6q0ivg0u");
    }

    @Test
    void another_platform_or_another_external_id_is_another_case() {
        assertThat(CaseId.of(HOTLINE, "ZZ-2026-000002")).isNotEqualTo(CASE);
        assertThat(CaseId.of(new PlatformId("zhenghaopai"), "ZZ-2026-000001")).isNotEqualTo(CASE);
    }

    @Test
    void where_the_platform_ends_and_the_external_id_begins_makes_a_difference() {
        assertThat(CaseId.of(new PlatformId("ab"), "c")).isNotEqualTo(CaseId.of(new PlatformId("a"), "bc"));
    }

    @Test
    void an_order_knows_its_case() {
        OrderId order = OrderId.of(CASE, 12);

        assertThat(order).hasToString(CASE + "-12");
        assertThat(new OrderId(order.value()).caseId()).isEqualTo(CASE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-0", "-01", "-100000", "-x", "-1-1", "1"})
    void orders_are_counted_from_1(String number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrderId(CASE + number))
                .withMessageStartingWith("order id: '" + CASE + number + "' does not match");
    }

    @Test
    void an_event_says_what_it_is_about() {
        assertThat(EventId.of(CASE, "sla-breached", "handle", 2)).hasToString(CASE + ".sla-breached.handle.2");
    }

    @Test
    void the_same_words_are_one_event_and_other_words_another() {
        EventId event = EventId.ofContent(CASE, "case-supplemented", "井盖还在响");

        assertThat(EventId.ofContent(CASE, "case-supplemented", "井盖还在响")).isEqualTo(event);
        assertThat(EventId.ofContent(CASE, "case-supplemented", "井盖不响了")).isNotEqualTo(event);
        assertThat(EventId.ofContent(CASE, "case-reported", "井盖还在响")).isNotEqualTo(event);
        assertThat(EventId.ofContent(CaseId.of(HOTLINE, "other"), "case-supplemented", "井盖还在响"))
                .isNotEqualTo(event);
    }
}
