package io.gridwhistle.escalation.board;

import io.gridwhistle.events.Coded;
import io.gridwhistle.log.web.Caller;
import io.gridwhistle.log.web.CallerRole;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.Texts;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/**
 * A question to the board as SQL: what the caller asks for, within what the caller may see, by what is due first.
 *
 * <p>Each state, and each side on which a unit may stand, is asked for by itself, along an index in the order of what is due.
 * So a page costs what a page has, however many clocks there are and however many have been answered long ago.
 */
final class SlaQuery {
    private static final int MOST = 500;
    static final int USUAL = 100;
    private static final Duration FARTHEST = Duration.ofDays(3650);

    private static final String SQL = """
            select found.* from unnest(:states::text[]) asked(state)%s cross join lateral (%s) found
            order by due, case_id, clock limit %d
            """;
    private static final String IN_SIGHT = " cross join unnest(:sight::text[]) seen(district)";
    private static final String BRANCH =
            "(select * from sla_board where state = asked.state%s order by due, case_id, clock limit %d)";

    private final StringJoiner where = new StringJoiner("");
    private final Map<String, Object> bindings = new LinkedHashMap<>();
    private final Set<String> states = new LinkedHashSet<>();
    private final Set<String> holders = new LinkedHashSet<>();
    private boolean someDistricts;
    private int limit = USUAL;

    static SlaQuery of(MultiValueMap<String, String> parameters, Caller caller, Instant now) {
        var query = new SlaQuery();
        parameters.toSingleValueMap().forEach((name, value) -> query.add(name, value, now));
        query.withinSightOf(caller);
        if (query.states.isEmpty()) {
            Arrays.stream(ClockState.values())
                    .filter(
                            parameters.containsKey("within")
                                    ? ClockState::isRunning
                                    : parameters.containsKey("case") ? state -> true : ClockState::isOpen)
                    .forEach(state -> query.states.add(state.code()));
        }
        query.bindings.put("states", query.states.toArray(String[]::new));
        return query;
    }

    /** One row more than the limit where there is a next page. */
    String sql() {
        int most = limit + 1;
        String branches = holders.isEmpty()
                ? BRANCH.formatted(where, most)
                : BRANCH.formatted(where + holds("desk"), most) + " union all "
                        + BRANCH.formatted(where + holds("unit") + " and unit <> desk", most);
        return SQL.formatted(someDistricts ? IN_SIGHT : "", branches, most);
    }

    /** Of two that must both hold an order, one is asked for and the other looked at. */
    private String holds(String column) {
        return holders.stream()
                        .map(name -> " and " + column + " = :" + name)
                        .findFirst()
                        .orElse("")
                + holders.stream()
                        .skip(1)
                        .map(name -> " and :%s in (unit, desk)".formatted(name))
                        .collect(Collectors.joining());
    }

    Map<String, Object> bindings() {
        return bindings;
    }

    int limit() {
        return limit;
    }

    private void withinSightOf(Caller caller) {
        if (!caller.is(CallerRole.OPERATOR) && !caller.is(CallerRole.AUDITOR)) {
            bindings.put("sight", caller.unit() == null ? "" : caller.unit().value());
            holders.add("sight");
        } else if (!caller.mayActIn(null)) {
            and("district = seen.district", "sight", caller.districts().toArray(String[]::new));
            someDistricts = true;
        }
    }

    private void add(String name, String value, Instant now) {
        switch (name) {
            case "state" -> states.addAll(states(requireText(name, value)));
            case "unit" -> {
                bindings.put(name, requireText(name, value));
                holders.add(name);
            }
            case "district", "kind", "level" -> and(name + " = :" + name, name, value);
            case "class" -> and("class_code = :class", name, value);
            case "case" -> and("case_id = :case", name, value);
            case "within" -> and("due < :within", name, now.plus(duration(value)));
            case "limit" -> limit = limit(value);
            case "after" -> {
                where.add(" and (due, case_id, clock) > (:afterDue, :afterCase, :afterClock)");
                bindings.putAll(Cursor.read(value).bindings());
            }
            default ->
                throw ProblemException.invalid(
                        "?" + name,
                        "is no filter; there are state, unit, district, class, kind, level, case, within, limit, after");
        }
    }

    private void and(String condition, String name, Object value) {
        where.add(" and " + condition);
        bindings.put(name, value instanceof String text ? requireText(name, text) : value);
    }

    /** Errors: a 422 problem for what no database holds. */
    static String requireText(String name, String value) {
        if (value.indexOf('\0') >= 0) {
            throw ProblemException.invalid("?" + name, "holds the character U+0000, which no text has");
        }
        return value;
    }

    private static List<String> states(String value) {
        List<String> known = Arrays.stream(ClockState.values()).map(Coded::code).toList();
        List<String> asked = List.of(value.split(","));
        if (!known.containsAll(asked)) {
            throw ProblemException.invalid("?state", "is one or more of " + String.join(",", known));
        }
        return asked;
    }

    private static Duration duration(String value) {
        try {
            Duration duration = Duration.parse(value);
            if (duration.isPositive() && duration.compareTo(FARTHEST) <= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            // Told below, as any other wrong time.
        }
        throw ProblemException.invalid("?within", "is a duration of at most 3650 days, such as PT30M");
    }

    static int limit(String value) {
        try {
            int limit = Integer.parseInt(value);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Told below, as any other wrong number.
        }
        throw ProblemException.invalid("?limit", "is a number from 1 to " + MOST);
    }

    /** The last clock of a page. */
    record Cursor(Instant due, String caseId, String clock) {
        String text() {
            String plain = "%s %s %s".formatted(due, caseId, clock);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        }

        static Cursor read(String text) {
            try {
                String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                String[] parts = requireText("after", plain).split(" ");
                return new Cursor(Texts.time("?after", parts[0]), parts[1], parts[2]);
            } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
                throw ProblemException.invalid("?after", "is the 'next' of an earlier answer");
            }
        }

        Map<String, Object> bindings() {
            return Map.of("afterDue", due, "afterCase", caseId, "afterClock", clock);
        }
    }
}
