package io.gridwhistle.city.policy;

import io.gridwhistle.city.CaseClass;
import io.gridwhistle.city.City;
import io.gridwhistle.city.Finding;
import io.gridwhistle.city.calendar.BusinessCalendar;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.OperatingMode;
import io.gridwhistle.events.Severity;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.DistrictCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for situations in which a unit would still be in time when the case as a whole is late already.
 *
 * <p>Goes through every class, severity, mode and district, and through every handle clock that may hold there. Where
 * working time is counted, both clocks are started on every day of the published years.
 */
final class OverallCheck {
    private record Clocks(Amount handle, Amount overall) {}

    private record Pair(int handle, int overall) {}

    private final List<Policy> rules;
    private final Policies policies;
    private final City city;
    private final BusinessCalendar usual;
    private final Set<BusinessCalendar> calendars;
    private final Set<@Nullable String> districts;
    private final List<Instant> starts;
    private final Map<Clocks, Optional<String>> known = new HashMap<>();
    private final Set<Pair> told = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private OverallCheck(Timing timing) {
        this.policies = timing.policies();
        this.rules = policies.listAll();
        this.city = timing.city();
        this.usual = timing.calendars().usual();
        this.calendars = timing.listCalendars();
        this.districts = city.districts().stream().map(it -> it.code().value()).collect(Collectors.toSet());
        this.starts = starts(city, usual);
    }

    static List<Finding> check(Timing timing) {
        var check = new OverallCheck(timing);
        City city = timing.city();
        for (CaseClass caseClass : city.classes()) {
            for (Severity severity : Severity.values()) {
                for (OperatingMode mode : OperatingMode.values()) {
                    Stream.concat(
                                    Stream.of((DistrictCode) null),
                                    city.districts().stream().map(City.District::code))
                            .forEach(district -> check.in(caseClass.code(), severity, mode, district));
                }
            }
        }
        return check.findings;
    }

    private void in(ClassCode classCode, Severity severity, OperatingMode mode, @Nullable DistrictCode district) {
        var situation = Situation.ofCase(classCode, severity, mode, district);
        Policy overall = policies.findRule(situation, ClockKind.OVERALL).orElseThrow();
        // A unit or a place within the district may have a handle clock of its own that goes before the district's.
        for (Policy rule : policies.rankAnywhere(situation)) {
            boolean isElsewhere =
                    districts.contains(rule.territory()) && !situation.places().contains(rule.territory());
            if (rule.named().containsKey(ClockKind.HANDLE) && !isElsewhere) {
                rule.findAmount(ClockKind.HANDLE).ifPresent(amount -> compare(rule, amount, overall, situation));
                if (rule.unit() == null
                        && (rule.territory() == null || situation.places().contains(rule.territory()))) {
                    return;
                }
            }
        }
    }

    private void compare(Policy rule, Amount handle, Policy of, Situation situation) {
        Amount overall = of.findAmount(ClockKind.OVERALL).orElseThrow();
        Optional<String> late = known.computeIfAbsent(new Clocks(handle, overall), this::findLate);
        if (late.isPresent() && told.add(new Pair(rules.indexOf(rule), rules.indexOf(of)))) {
            findings.add(new Finding(
                    "/%d/clocks/handle".formatted(rules.indexOf(rule)),
                    "class '%s', severity '%s', mode '%s'%s: the overall clock of the rule at /%d would run out before this one%s"
                            .formatted(
                                    situation.classCode(),
                                    situation.severity().code(),
                                    situation.mode().code(),
                                    situation.places().isEmpty()
                                            ? ""
                                            : ", district '%s'"
                                                    .formatted(
                                                            situation.places().getFirst()),
                                    rules.indexOf(of),
                                    late.get())));
        }
    }

    /** When the overall clock would run out first; empty where it never does. */
    private Optional<String> findLate(Clocks clocks) {
        if (clocks.handle() instanceof Amount.Time(var handle)
                && clocks.overall() instanceof Amount.Time(var overall)) {
            return overall.compareTo(handle) < 0 ? Optional.of("") : Optional.empty();
        }
        for (Instant start : starts) {
            Instant overall = clocks.overall().after(start, usual);
            for (BusinessCalendar calendar : calendars) {
                if (clocks.handle().after(start, calendar).isAfter(overall)) {
                    return Optional.of(", as for a case of %s by the calendar '%s'"
                            .formatted(LocalDate.ofInstant(start, city.timeZone()), calendar.code()));
                }
            }
        }
        return Optional.empty();
    }

    /** Midnight and noon of every day of the published years; of four years where none is. */
    private static List<Instant> starts(City city, BusinessCalendar usual) {
        LocalDate first = usual.findFirstPublished().orElse(LocalDate.of(2024, 1, 1));
        LocalDate last = usual.findLastPublished().orElse(LocalDate.of(2027, 12, 31));
        return first.datesUntil(last.plusDays(1))
                .flatMap(day -> Stream.of(0, 12)
                        .map(hour -> day.atTime(hour, 0).atZone(city.timeZone()).toInstant()))
                .toList();
    }
}
