package io.gridwhistle.intake.register;

import io.gridwhistle.log.web.Caller;
import io.gridwhistle.log.web.CallerRole;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.Texts;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A search in the register as SQL: what the caller asks for, within what the caller may see. */
final class CaseSearch {
    static final int MOST = 200;
    private static final int USUAL = 50;

    private final StringJoiner where = new StringJoiner(" and ", " where ", "").setEmptyValue("");
    private final Map<String, Object> bindings = new LinkedHashMap<>();
    private int limit = USUAL;

    static CaseSearch of(MultiValueMap<String, String> parameters, Caller caller) {
        var search = new CaseSearch();
        search.withinSightOf(caller);
        parameters.toSingleValueMap().forEach(search::add);
        return search;
    }

    /** Only the rule of who sees what, for a case whose id is known. */
    static CaseSearch byId(String id, Caller caller) {
        var search = new CaseSearch();
        search.withinSightOf(caller);
        search.and("case_id = :id", "id", id);
        return search;
    }

    /** Newest first. */
    String sql(String columns) {
        return "select " + columns + " from case_register" + where + " order by reported_at desc, case_id desc limit "
                + (limit + 1);
    }

    Map<String, Object> bindings() {
        return bindings;
    }

    int limit() {
        return limit;
    }

    static String cursor(Instant reportedAt, String caseId) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((reportedAt + " " + caseId).getBytes(StandardCharsets.UTF_8));
    }

    private void withinSightOf(Caller caller) {
        if (caller.is(CallerRole.OPERATOR) || caller.is(CallerRole.AUDITOR)) {
            if (!caller.mayActIn(null)) {
                and("district = any(:sight)", "sight", caller.districts().toArray(String[]::new));
            }
        } else if (caller.unit() != null) {
            and("units @> :sight::text[]", "sight", new String[] {caller.unit().value()});
        } else {
            and(
                    "platform = :sight",
                    "sight",
                    caller.platform() == null ? "" : caller.platform().value());
        }
    }

    private void add(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return;
        }
        if (value.indexOf('\0') >= 0) {
            throw ProblemException.invalid("?" + name, "holds the character U+0000, which no text has");
        }
        switch (name) {
            case "district" -> and("district = :district", name, value);
            case "unit" -> and("units @> :unit::text[]", name, new String[] {value});
            case "class" -> and("class_code = :class", name, value);
            case "status" -> and("status = any(:status)", name, value.split(","));
            case "follows" -> and("follows = :follows", name, value);
            case "from" -> and("reported_at >= :from", name, Texts.time("?" + name, value));
            case "to" -> and("reported_at < :to", name, Texts.time("?" + name, value));
            case "bbox" -> box(value);
            case "q" ->
                and(
                        "(external_id = :q or title ilike '%' || :q || '%' or description ilike '%' || :q || '%')",
                        name, value);
            case "limit" -> limit = number(name, value);
            case "after" -> after(value);
            default ->
                throw ProblemException.invalid(
                        "?" + name,
                        "is no filter; there are district, unit, class, status, follows, from, to, bbox, q, limit, after");
        }
    }

    private void and(String condition, String name, Object value) {
        where.add(condition);
        bindings.put(name, value);
    }

    private void box(String value) {
        double[] edges;
        try {
            edges = Arrays.stream(value.split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException e) {
            edges = new double[0];
        }
        if (edges.length != 4) {
            throw ProblemException.invalid("?bbox", "is west,south,east,north in degrees, WGS 84");
        }
        where.add("lon between :west and :east and lat between :south and :north");
        bindings.putAll(Map.of("west", edges[0], "south", edges[1], "east", edges[2], "north", edges[3]));
    }

    private void after(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ");
            Instant reportedAt = Instant.parse(parts[0]);
            where.add("(reported_at, case_id) < (:afterTime, :afterId)");
            bindings.put("afterTime", reportedAt);
            bindings.put("afterId", parts[1]);
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw ProblemException.invalid("?after", "is the 'next' of an earlier answer");
        }
    }

    private static int number(String name, String value) {
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as any other wrong number.
        }
        throw ProblemException.invalid("?" + name, "is a number from 1 to " + MOST);
    }
}
