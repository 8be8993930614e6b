package io.gridwhistle.local.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.CaseClass;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.policy.Amount;
import io.gridwhistle.city.policy.Policy;
import io.gridwhistle.city.policy.Situation;
import io.gridwhistle.city.policy.Terms;
import io.gridwhistle.city.policy.Timing;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.OperatingMode;
import io.gridwhistle.events.Severity;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.DistrictCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of {@code docs/sla.md} are what the shipped policies say. */
class SlaDocumentTest {
    private static final Path PAGE = Path.of("../../docs/sla.md");
    private static final List<ClockKind> COLUMNS =
            List.of(ClockKind.ACKNOWLEDGE, ClockKind.HANDLE, ClockKind.VERIFY, ClockKind.OVERALL);

    @TempDir
    Path folder;

    @Test
    void thePagesTablesAreThePoliciesThatComeAlong() throws IOException {
        DemoCity.writeTo(folder);
        Timing timing = new Timing(
                CityReferences.city(read("city.json")),
                CityReferences.units(read("units.json")),
                CityReferences.calendars(read("calendars.json")),
                CityReferences.policies(read("policies.json")));
        holds("policies-by-class", byClass(timing));
        holds("policies-by-mode", byMode(timing));
        holds("policies-of-every-case", ofEveryCase(timing));
    }

    /** Classes with the same clocks in every severity share their rows; the severity that they usually have is bold. */
    private static String byClass(Timing timing) {
        Map<String, List<CaseClass>> groups = timing.city().classes().stream()
                .collect(groupingBy(
                        it -> rows(timing, it).toString(), LinkedHashMap::new, java.util.stream.Collectors.toList()));
        var table = new StringBuilder("""
                | class | severity | acknowledge 签收 | handle 处置 | verify 核查 | overall | where `handle` is from |
                | --- | --- | --- | --- | --- | --- | --- |
                """);
        groups.values().forEach(group -> {
            String names = group.stream()
                    .map(it -> "`%s` %s".formatted(it.code(), it.name()))
                    .collect(joining(", "));
            for (String row : rows(timing, group.getFirst())) {
                table.append("| %s | %s |%n".formatted(names, row));
                names = "";
            }
        });
        return table.toString();
    }

    private static List<String> rows(Timing timing, CaseClass caseClass) {
        Map<String, String> severities = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            var situation = situation(caseClass.code(), severity);
            Terms terms = timing.in(situation);
            Policy rule =
                    timing.policies().findRule(situation, ClockKind.HANDLE).orElseThrow();
            String clocks = Stream.concat(
                            COLUMNS.stream()
                                    .map(clock -> text(terms.findAmount(clock).orElse(null))),
                            Stream.of(Objects.requireNonNullElse(rule.source(), "")))
                    .collect(joining(" | "));
            String name = timing.city().severityOf(caseClass.code()) == severity
                    ? "**%s**".formatted(severity.code())
                    : severity.code();
            severities.merge(clocks, name, (one, other) -> one + ", " + other);
        }
        var rows = new ArrayList<String>();
        severities.forEach((clocks, names) -> rows.add(names + " | " + clocks));
        return rows;
    }

    private static String byMode(Timing timing) {
        var table = new StringBuilder("""
                | class | mode | where | acknowledge 签收 | handle 处置 | from |
                | --- | --- | --- | --- | --- | --- |
                """);
        timing.policies().listAll().stream()
                .filter(rule -> rule.mode() != null)
                .forEach(rule -> table.append("| `%s` | %s | %s | %s | %s | %s |%n"
                        .formatted(
                                rule.classCode(),
                                rule.mode() == null ? "" : rule.mode().code(),
                                rule.territory() == null ? "everywhere" : "`%s`".formatted(rule.territory()),
                                text(rule, ClockKind.ACKNOWLEDGE),
                                text(rule, ClockKind.HANDLE),
                                rule.source())));
        return table.toString();
    }

    private static String ofEveryCase(Timing timing) {
        Policy rule = timing.policies().listAll().getFirst();
        String desks = timing.city().classes().stream()
                .filter(it -> timing.in(situation(it.code(), Severity.ORDINARY))
                        .findAmount(ClockKind.ACCEPT)
                        .isPresent())
                .map(it -> "`%s`".formatted(it.code()))
                .collect(joining(", "));
        Amount accept = timing.in(situation(new ClassCode("dispute"), Severity.ORDINARY))
                .findAmount(ClockKind.ACCEPT)
                .orElse(null);
        return """
                | | |
                | --- | --- |
                | accept 受理 | %s, where a desk accepts: %s |
                | dispatch 派遣 | %s |
                | consultation 会商 | %s |
                | follow-up 回访 | %s |
                | rework 返工 | %.0f %% of the handle clock |
                | one rung up the ladder | %.0f %% of the handle clock |
                | suspension 挂账 | %s at most |
                | extension 延期 | %d time, %s at most |
                """.formatted(
                text(accept),
                desks,
                text(rule, ClockKind.DISPATCH),
                text(rule, ClockKind.CONSULTATION),
                text(rule, ClockKind.FOLLOW_UP),
                100 * Objects.requireNonNull(rule.rework()),
                100 * Objects.requireNonNull(rule.ladder()),
                text(rule.suspension() == null ? null : rule.suspension().longest()),
                rule.extension() == null ? 0 : rule.extension().times(),
                text(rule.extension() == null ? null : rule.extension().longest()));
    }

    private static Situation situation(ClassCode code, Severity severity) {
        return Situation.ofCase(code, severity, OperatingMode.ORDINARY, new DistrictCode("410103"));
    }

    private static String text(Policy rule, ClockKind clock) {
        var clocks = rule.clocks();
        var it = clocks == null ? null : clocks.get(clock);
        return it == null ? "" : text(it.findAmount().orElse(null));
    }

    private static String text(@Nullable Amount amount) {
        return switch (amount) {
            case null -> "";
            case Amount.Time it -> text(it.time());
            case Amount.WorkingTime it -> text(it.workingTime()) + " of work";
            case Amount.WorkingDays it -> it.workingDays() == 1 ? "1 working day" : it.workingDays() + " working days";
        };
    }

    private static String text(Duration time) {
        if (time.toMinutes() % 60 != 0) {
            return time.toMinutes() + " min";
        }
        return time.toHours() > 24 && time.toHours() % 24 == 0 ? time.toDays() + " d" : time.toHours() + " h";
    }

    private byte[] read(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    /** What stands between {@code <!-- name -->} and {@code <!-- /name -->}. */
    private static void holds(String name, String text) throws IOException {
        String page = Files.readString(PAGE);
        String head = "<!-- %s -->%n".formatted(name);
        int from = page.indexOf(head) + head.length();
        int to = page.indexOf("<!-- /%s -->".formatted(name));
        assertThat(to).as("%s has a place for '%s'", PAGE, name).isGreaterThanOrEqualTo(from);
        if (Boolean.getBoolean("gridwhistle.regenerate")) {
            Files.writeString(PAGE, page.substring(0, from) + text + page.substring(to));
        } else {
            assertThat(page.substring(from, to))
                    .as("'%s' in %s; write it anew with -Dgridwhistle.regenerate=true", name, PAGE)
                    .isEqualTo(text);
        }
    }
}
