package io.gridwhistle.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.policy.Policy;
import io.gridwhistle.events.Json;
import org.junit.jupiter.api.Test;

class SpeedTest {
    private static final Policy RULE = policy("""
            {"class": "litter", "severity": "urgent", "mode": "holiday", "unit": "u", "territory": "t", "clocks": {
              "acknowledge": {"time": "PT20M", "warn": {"red": 0.9}, "breach": "alarm"},
              "handle": {"workingTime": "PT8H"}, "verify": {"workingDays": 2}, "follow-up": {"kept": false}},
             "rework": 0.5, "ladder": 0.25, "suspension": {"longest": {"time": "P30D"}},
             "extension": {"times": 1, "longest": {"workingDays": 5}}, "source": "a rule"}
            """);

    @Test
    void atTheSpeedOfLifeNothingChanges() {
        assertThat(new Speed(1).faster(RULE)).isEqualTo(RULE);
    }

    @Test
    void anHourOfWorkIsAnHourAndADayADayDividedLikeEveryOtherTime() {
        assertThat(new Speed(100).faster(RULE)).isEqualTo(policy("""
                {"class": "litter", "severity": "urgent", "mode": "holiday", "unit": "u", "territory": "t", "clocks": {
                  "acknowledge": {"time": "PT12S", "warn": {"red": 0.9}, "breach": "alarm"},
                  "handle": {"time": "PT4M48S"}, "verify": {"time": "PT28M48S"}, "follow-up": {"kept": false}},
                 "rework": 0.5, "ladder": 0.25, "suspension": {"longest": {"time": "PT7H12M"}},
                 "extension": {"times": 1, "longest": {"time": "PT1H12M"}}, "source": "a rule"}
                """));
    }

    @Test
    void aRuleWithoutClocksHasNoneAtAnySpeed() {
        Policy rule = policy("{\"class\": \"litter\", \"suspension\": {}}");
        assertThat(new Speed(100).faster(rule).suspension()).isEqualTo(rule.suspension());
    }

    private static Policy policy(String json) {
        return Json.READER.readValue(json, Policy.class);
    }
}
