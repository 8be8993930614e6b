package io.gridwhistle.city.policy;

import io.gridwhistle.city.City;
import io.gridwhistle.city.Finding;
import io.gridwhistle.city.Units;
import io.gridwhistle.city.calendar.Calendars;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.OperatingMode;
import io.gridwhistle.events.Severity;
import io.gridwhistle.events.id.UnitCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks for what cannot be meant in policies, and for situations that they leave open. */
public final class PolicyCheck {
    private record Selectors(
            String classCode,
            @Nullable Severity severity,
            @Nullable OperatingMode mode,
            @Nullable UnitCode unit,
            @Nullable String territory) {}

    private final List<Policy> rules;
    private final List<Finding> findings = new ArrayList<>();

    private PolicyCheck(List<Policy> rules) {
        this.rules = rules;
    }

    /** What is wrong with the rules by themselves, in their order. */
    public static List<Finding> form(List<Policy> rules) {
        var check = new PolicyCheck(rules);
        check.twins();
        check.forEverything();
        check.ofCase();
        return check.findings;
    }

    /**
     * What is wrong with the rules, by themselves and in this city.
     *
     * @param isPlace whether there is a district, a cell or an exclusive grid of this code
     */
    public static List<Finding> check(
            List<Policy> rules, City city, Units units, Calendars calendars, Predicate<String> isPlace) {
        List<Finding> form = form(rules);
        if (!form.isEmpty()) {
            return form;
        }
        var check = new PolicyCheck(rules);
        check.names(city, units, isPlace);
        if (check.findings.isEmpty()) {
            check.findings.addAll(OverallCheck.check(new Timing(city, units, calendars, new Policies(rules))));
        }
        return check.findings;
    }

    private void twins() {
        Map<Selectors, Integer> first = new HashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            Policy it = rules.get(i);
            Integer twin = first.putIfAbsent(
                    new Selectors(it.classCode(), it.severity(), it.mode(), it.unit(), it.territory()), i);
            if (twin != null) {
                add(i, "", "holds in the same situations as the rule at /%d; one of them has to go".formatted(twin));
            }
        }
    }

    /** Nothing is left open where one rule holds everywhere and says all that is needed. */
    private void forEverything() {
        int index = 0;
        while (index < rules.size() && !rules.get(index).isForEverything()) {
            index++;
        }
        if (index == rules.size()) {
            findings.add(
                    new Finding(
                            "",
                            "there is no rule for class '*' alone; without it, cases that no other rule is for have no clocks"));
            return;
        }
        Policy rule = rules.get(index);
        // Whoever does not want a clock says so; none is missing because somebody has forgotten it.
        for (ClockKind clock : ClockKind.values()) {
            if (!rule.named().containsKey(clock)) {
                add(
                        index,
                        "/clocks/" + clock.code(),
                        "is missing; the rule for class '*' alone says how much time there is, or \"kept\": false");
            }
        }
        if (rule.rework() == null) {
            add(index, "/rework", "is missing; the rule for class '*' alone says it");
        }
        if (rule.ladder() == null) {
            add(index, "/ladder", "is missing; the rule for class '*' alone says it");
        }
    }

    private void ofCase() {
        for (int i = 0; i < rules.size(); i++) {
            Policy rule = rules.get(i);
            for (var clock : rule.named().entrySet()) {
                String at = "/clocks/" + clock.getKey().code();
                if (clock.getKey() == ClockKind.OVERALL
                        && clock.getValue().findAmount().isEmpty()) {
                    add(i, at, "is always kept; nothing but the end of a case stops this clock");
                }
                if (!clock.getKey().isOfOrder() && rule.unit() != null) {
                    add(i, at, "is no order's clock, so it does not go by unit");
                }
            }
        }
    }

    private void names(City city, Units units, Predicate<String> isPlace) {
        for (int i = 0; i < rules.size(); i++) {
            Policy rule = rules.get(i);
            if (!rule.classCode().equals(Policy.ANY)
                    && city.classes().stream().noneMatch(it -> it.code().value().equals(rule.classCode()))) {
                add(
                        i,
                        "/class",
                        "'%s' is no class of %s; put the city in force first".formatted(rule.classCode(), city.name()));
            }
            if (rule.unit() != null && units.find(rule.unit()).isEmpty()) {
                add(i, "/unit", "'%s' is no registered unit".formatted(rule.unit()));
            }
            if (rule.territory() != null) {
                territory(i, rule, rule.territory(), city, isPlace);
            }
        }
    }

    private void territory(int index, Policy rule, String territory, City city, Predicate<String> isPlace) {
        if (city.districts().stream().anyMatch(it -> it.code().value().equals(territory))) {
            return;
        }
        if (!isPlace.test(territory)) {
            add(index, "/territory", "'%s' is no district, cell or exclusive grid".formatted(territory));
        }
        rule.named().keySet().stream()
                .filter(clock -> !clock.isOfOrder())
                .forEach(clock -> add(
                        index,
                        "/clocks/" + clock.code(),
                        "is no order's clock: it goes by district, not by a place within or across districts"));
    }

    private void add(int index, String pointer, String detail) {
        findings.add(new Finding("/" + index + pointer, detail));
    }
}
