package io.gridwhistle.city.grid;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gridwhistle.events.Coded;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.events.id.UnitCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;

/** One feature of a grid set as the cell, or the declaration, that it is. */
final class FeatureReader {

    private record Properties(
            @Nullable String code,
            @Nullable String name,
            @Nullable Level level,
            @Nullable String parent,
            @Nullable String district,
            @Nullable String chief,
            @Nullable String leader,
            @Nullable Exclusive exclusive,
            @Nullable String building,
            @Nullable @JsonProperty("floors") List<@Nullable String> floors) {}

    private record Declared(
            Declaration.Kind declares,
            @Nullable String name,
            @Nullable List<@Nullable CellCode> cells) {}

    private FeatureReader() {}

    /** Errors: {@link BorderException}; {@link IllegalArgumentException} or {@link JacksonException} where it is none. */
    static Cell cell(JsonNode feature) {
        Properties properties = Json.READER.treeToValue(feature.path("properties"), Properties.class);
        if (properties == null || properties.code() == null || properties.level() == null) {
            throw new IllegalArgumentException("a cell has properties with code and level");
        }
        CellCode code = new CellCode(properties.code());
        if (feature.path("geometry").isMissingNode() || feature.path("geometry").isNull()) {
            throw new BorderException("cell '%s' has no geometry".formatted(code));
        }
        return new Cell(
                code,
                properties.name() == null ? code.value() : properties.name(),
                properties.level(),
                properties.parent() == null ? null : new CellCode(properties.parent()),
                properties.district() == null ? null : new DistrictCode(properties.district()),
                unitOrVacant(properties.chief()),
                unitOrVacant(properties.leader()),
                properties.exclusive(),
                properties.building(),
                withoutNulls(properties.floors(), "'floors': null is no floor; they are texts, such as '3F'"),
                geometry("cell '%s'".formatted(code), feature.path("geometry")));
    }

    /** Errors: as of {@link #cell}. */
    static Declaration declaration(int number, JsonNode feature) {
        Declared declared = Json.READER.treeToValue(feature.path("properties"), Declared.class);
        List<CellCode> cells = withoutNulls(declared.cells(), "'cells': null is no cell; they are codes of cells");
        if (declared.declares() == Declaration.Kind.SHARED && cells.size() < 2) {
            throw new IllegalArgumentException("shared ground names two cells or more, the one that leads first");
        }
        return new Declaration(
                number,
                declared.declares(),
                declared.name(),
                cells,
                geometry("declared ground", feature.path("geometry")));
    }

    /** Of a feature that may be none. */
    static Optional<CellCode> findCode(JsonNode feature, String property) {
        try {
            return Optional.of(
                    new CellCode(feature.path("properties").path(property).asString("")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Jackson's own words name classes. */
    static String what(JacksonException e) {
        String where = e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "" + step.getIndex() : step.getPropertyName())
                .collect(Collectors.joining("."));
        String what = switch (e) {
            case JacksonException it
            when it.getCause() instanceof IllegalArgumentException own -> String.valueOf(own.getMessage());
            case MismatchedInputException it
            when it.getTargetType() != null && it.getTargetType().isEnum() ->
                Arrays.stream(it.getTargetType().getEnumConstants())
                        .map(one -> one instanceof Coded coded ? coded.code() : one.toString())
                        .collect(Collectors.joining(", ", "is one of ", ""));
            default -> "has a value of the wrong kind";
        };
        return where.isEmpty() ? what : "'%s': %s".formatted(where, what);
    }

    private static <T> List<T> withoutNulls(@Nullable List<@Nullable T> all, String otherwise) {
        var there = new ArrayList<T>();
        for (T one : all == null ? List.<T>of() : all) {
            if (one == null) {
                throw new IllegalArgumentException(otherwise);
            }
            there.add(one);
        }
        return List.copyOf(there);
    }

    private static @Nullable UnitCode unitOrVacant(@Nullable String code) {
        return code == null || code.isEmpty() ? null : new UnitCode(code);
    }

    private static Geometry geometry(String whose, JsonNode geometry) {
        try {
            return GeoJson.area(geometry);
        } catch (BorderException e) {
            throw new BorderException(whose + " " + e.getMessage(), e.where());
        }
    }
}
