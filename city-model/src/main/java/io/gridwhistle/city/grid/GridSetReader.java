package io.gridwhistle.city.grid;

import io.gridwhistle.city.grid.GridSetDocument.Unread;
import io.gridwhistle.city.grid.GridSetFinding.Kind;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.DistrictCode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.node.MissingNode;

/** Reads the GeoJSON that a grid set is published in, a feature at a time. */
final class GridSetReader {
    static final String REPAIR = "repairUpToMetres";
    static final String WITHOUT_DISTRICTS = "withoutDistricts";
    private static final double WIDEST_REPAIR = 50;
    /** A border of some 300,000 corners; and what was repaired before, of which a copy is kept. */
    static final int MOST_BYTES_OF_ONE = 8 * 1024 * 1024;

    /** After an element comes the next. */
    static final ObjectReader ELEMENTS = Json.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    /** Of two values nobody could say which one holds. */
    private static final ObjectReader FEATURES = ELEMENTS.with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private static final Set<String> MEMBERS =
            Set.of("type", "crs", REPAIR, WITHOUT_DISTRICTS, "features", RepairedGeoJson.REPAIRS);

    private final MemberBytes geoJson;
    private final List<GridSetFinding> unusable = new ArrayList<>();
    private final List<GridSetFinding> faults = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final List<Integer> features = new ArrayList<>();
    private final List<Declaration> declarations = new ArrayList<>();
    private final Set<DistrictCode> withoutDistricts = new HashSet<>();
    private final Set<String> members = new HashSet<>();
    private double repairUpTo;
    private boolean isCollection;
    private boolean hasFeatures;

    private GridSetReader(InputStream geoJson, long mostBytesOfOne) {
        this.geoJson = new MemberBytes(geoJson, mostBytesOfOne);
    }

    /** Of what is published, however large its features are: the log has it. Errors: {@link InvalidGridSetException}. */
    static GridSetDocument read(byte[] geoJson) {
        return new GridSetReader(new ByteArrayInputStream(geoJson), Long.MAX_VALUE).readAll();
    }

    /** Errors: {@link InvalidGridSetException} where it is no grid set as a whole, or a feature is too large. */
    static GridSetDocument readPosted(InputStream geoJson) {
        return new GridSetReader(geoJson, MOST_BYTES_OF_ONE).readAll();
    }

    private GridSetDocument readAll() {
        try (JsonParser parser = Json.MAPPER.createParser(geoJson)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    if (MEMBERS.contains(name) && !members.add(name)) {
                        find("/" + name, "stands twice");
                        parser.skipChildren();
                    } else {
                        readMember(name, parser);
                    }
                }
                if (parser.nextToken() != null) {
                    find("", "not a grid set: there is more after its closing brace");
                }
            }
        } catch (JacksonException e) {
            String line = e.getLocation() == null
                    ? ""
                    : " in line %d, column %d"
                            .formatted(
                                    e.getLocation().getLineNr(), e.getLocation().getColumnNr());
            find("", "not a grid set: " + e.getOriginalMessage() + line);
            throw new InvalidGridSetException(unusable);
        }
        if (!isCollection || !hasFeatures) {
            find("/type", "a grid set is a GeoJSON FeatureCollection");
        }
        if (!unusable.isEmpty()) {
            throw new InvalidGridSetException(unusable);
        }
        return new GridSetDocument(
                List.copyOf(cells),
                List.copyOf(features),
                List.copyOf(declarations),
                repairUpTo,
                Set.copyOf(withoutDistricts),
                List.copyOf(unread),
                List.copyOf(faults));
    }

    private void readMember(String name, JsonParser parser) {
        switch (name) {
            case "type" -> {
                isCollection = "FeatureCollection".equals(parser.getValueAsString());
                parser.skipChildren();
            }
            case "crs" -> {
                JsonNode crs = readWhole("/crs", parser);
                CrsMember.fault(crs).ifPresent(fault -> find("/crs", fault));
            }
            case REPAIR -> {
                repairUpTo = parser.currentToken().isNumeric() ? parser.getDoubleValue() : -1;
                parser.skipChildren();
                if (!(repairUpTo > 0 && repairUpTo <= WIDEST_REPAIR)) {
                    find("/" + REPAIR, "is a width above 0 and at most %.0f metres".formatted(WIDEST_REPAIR));
                }
            }
            case WITHOUT_DISTRICTS -> readDistricts(readWhole("/" + WITHOUT_DISTRICTS, parser));
            case "features" -> {
                hasFeatures = parser.currentToken() == JsonToken.START_ARRAY;
                for (int i = 0; hasFeatures && parser.nextToken() != JsonToken.END_ARRAY; i++) {
                    readFeature(i, parser);
                }
                parser.skipChildren();
            }
            case RepairedGeoJson.REPAIRS -> readWhole("/" + RepairedGeoJson.REPAIRS, parser);
            default -> parser.skipChildren();
        }
    }

    private void readDistricts(JsonNode codes) {
        boolean areCodes = codes.isArray();
        try {
            codes.forEach(code -> withoutDistricts.add(new DistrictCode(code.stringValue(""))));
        } catch (IllegalArgumentException e) {
            areCodes = false;
        }
        if (!areCodes) {
            find("/" + WITHOUT_DISTRICTS, "is an array of codes of districts");
        }
    }

    private JsonNode readWhole(String pointer, JsonParser parser) {
        return readWhole(pointer, parser, ELEMENTS);
    }

    private JsonNode readWhole(String pointer, JsonParser parser, ObjectReader reader) {
        try {
            return geoJson.within(() -> reader.readTree(parser));
        } catch (MemberBytes.TooManyException e) {
            find(pointer, String.valueOf(e.getMessage()));
            throw new InvalidGridSetException(unusable);
        }
    }

    private void find(String pointer, String detail) {
        unusable.add(new GridSetFinding(Kind.DOCUMENT, pointer, List.of(), detail, null));
    }

    private void readFeature(int number, JsonParser parser) {
        int depth = depth(parser);
        try {
            readFeature(number, readWhole("/features/" + number, parser, FEATURES));
        } catch (MismatchedInputException e) {
            String twice = parser.currentName();
            while (depth(parser) >= depth) {
                parser.nextToken();
            }
            passOver(number, MissingNode.getInstance(), Kind.FEATURE, "'%s' stands twice".formatted(twice), null);
        }
    }

    private static int depth(JsonParser parser) {
        return parser.streamReadContext().getNestingDepth();
    }

    private void readFeature(int number, JsonNode feature) {
        try {
            if (feature.path("properties").has("declares")) {
                declarations.add(FeatureReader.declaration(number, feature));
            } else {
                cells.add(FeatureReader.cell(feature));
                features.add(number);
            }
        } catch (JacksonException e) {
            passOver(number, feature, Kind.FEATURE, FeatureReader.what(e), null);
        } catch (BorderException e) {
            passOver(number, feature, Kind.GEOMETRY, String.valueOf(e.getMessage()), e.where());
        } catch (IllegalArgumentException e) {
            passOver(number, feature, Kind.FEATURE, String.valueOf(e.getMessage()), null);
        }
    }

    private void passOver(int number, JsonNode feature, Kind kind, String detail, @Nullable Geometry where) {
        CellCode code = FeatureReader.findCode(feature, "code").orElse(null);
        faults.add(new GridSetFinding(
                kind, "/features/" + number, code == null ? List.of() : List.of(code), detail, where));
        unread.add(new Unread(code, FeatureReader.findCode(feature, "parent").orElse(null)));
    }
}
