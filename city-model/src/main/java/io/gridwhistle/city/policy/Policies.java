package io.gridwhistle.city.policy;

import io.gridwhistle.city.Finding;
import io.gridwhistle.city.calendar.BusinessCalendar;
import io.gridwhistle.events.ClockKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The SLA policies of a city. The most specific rule that says something wins, for each clock and each limit by itself.
 *
 * <p>Of two rules the first difference decides, in this order: one for the class before one for all, one for the severity,
 * for the mode, for the unit, and at last the territory: the deeper before the shallower, exclusive grids deeper than
 * ordinary cells, the whole city last. Two rules for the same class, severity, mode, unit and territory are refused, so
 * there is never a tie.
 */
public final class Policies {
    private final List<Policy> rules;
    private final Map<String, List<Policy>> byClass = new HashMap<>();

    /** Errors: {@link IllegalArgumentException} with the first finding of {@link PolicyCheck#form}. */
    public Policies(List<Policy> rules) {
        List<Finding> findings = PolicyCheck.form(rules);
        if (!findings.isEmpty()) {
            throw new IllegalArgumentException(findings.getFirst().toString());
        }
        this.rules = List.copyOf(rules);
        for (Policy rule : rules) {
            byClass.computeIfAbsent(rule.classCode(), it -> new ArrayList<>()).add(rule);
        }
    }

    public List<Policy> listAll() {
        return rules;
    }

    /** The rule that says how much time a clock has. */
    public Optional<Policy> findRule(Situation situation, ClockKind clock) {
        return rank(situation).stream()
                .filter(rule -> rule.named().containsKey(clock))
                .findFirst();
    }

    /** What holds in a situation, in the working time of {@code calendar}. */
    public Terms in(Situation situation, BusinessCalendar calendar) {
        List<Policy> ranked = rank(situation);
        var clocks = new EnumMap<ClockKind, ClockRule>(ClockKind.class);
        for (Policy rule : ranked) {
            rule.named().forEach(clocks::putIfAbsent);
        }
        return new Terms(
                clocks,
                first(ranked, Policy::rework, 1.0),
                first(ranked, Policy::ladder, 1.0),
                first(ranked, Policy::suspension, Policy.Suspension.NONE),
                first(ranked, Policy::extension, Policy.Extension.NONE),
                first(ranked, Policy::supervision, Policy.Supervision.USUAL),
                calendar);
    }

    private static <T> T first(List<Policy> ranked, Function<Policy, @Nullable T> what, T otherwise) {
        for (Policy rule : ranked) {
            T said = what.apply(rule);
            if (said != null) {
                return said;
            }
        }
        return otherwise;
    }

    /** The rules that hold, the most specific first. */
    List<Policy> rank(Situation situation) {
        return rank(
                situation,
                rule -> (rule.unit() == null || rule.unit().equals(situation.unit()))
                        && (rule.territory() == null || situation.places().contains(rule.territory())));
    }

    /** The rules that hold somewhere and for some unit, the most specific first. */
    List<Policy> rankAnywhere(Situation situation) {
        return rank(situation, rule -> true);
    }

    private List<Policy> rank(Situation situation, Predicate<Policy> isMeant) {
        var ranked = new ArrayList<Ranked>();
        for (String named : List.of(situation.classCode().value(), Policy.ANY)) {
            for (Policy rule : byClass.getOrDefault(named, List.of())) {
                if ((rule.severity() == null || rule.severity() == situation.severity())
                        && (rule.mode() == null || rule.mode() == situation.mode())
                        && isMeant.test(rule)) {
                    ranked.add(new Ranked(rule, rankOf(rule, situation)));
                }
            }
        }
        ranked.sort(Comparator.comparing(Ranked::rank).reversed());
        return ranked.stream().map(Ranked::rule).toList();
    }

    private record Ranked(Policy rule, int rank) {}

    private static int rankOf(Policy rule, Situation situation) {
        int rank = rule.classCode().equals(Policy.ANY) ? 0 : 1;
        rank = rank << 1 | (rule.severity() == null ? 0 : 1);
        rank = rank << 1 | (rule.mode() == null ? 0 : 1);
        rank = rank << 1 | (rule.unit() == null ? 0 : 1);
        String territory = rule.territory();
        if (territory == null) {
            return rank << 16;
        }
        int depth = situation.places().lastIndexOf(territory);
        // What lies somewhere else in the district lies deeper than the district.
        return rank << 16 | (depth < 0 ? 0xffff : depth + 1);
    }
}
