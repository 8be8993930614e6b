package io.gridwhistle.city.grid;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The system of coordinates that a document says it is in: by name, or in an object with a name, as the GeoJSON of 2008 has
 * it and ogr2ogr still writes it.
 *
 * <p>Whatever the name says of their order, positions are longitude before latitude (RFC 7946, 3.1.1).
 */
final class CrsMember {
    /** CGCS2000 (EPSG:4490) differs from WGS 84 by centimetres. */
    private static final Pattern TAKEN = Pattern.compile(
            "WGS84|CGCS2000|CRS84|OGC:CRS84|EPSG:(4326|4490)|urn:ogc:def:crs:(OGC:[0-9.]*:CRS84|EPSG:[0-9.]*:(4326|4490))");

    private static final int MOST_LETTERS = 100;

    private CrsMember() {}

    /** What would be right; empty where it is. */
    static Optional<String> fault(JsonNode crs) {
        JsonNode named = crs.path("properties").path("name");
        String name = named.isString() ? named.stringValue() : crs.isString() ? crs.stringValue() : crs.toString();
        return crs.isNull() || TAKEN.matcher(name).matches()
                ? Optional.empty()
                : Optional.of("boundaries are published in WGS84 or CGCS2000, not in '%s'".formatted(tellable(name)));
    }

    /** Half of a surrogate pair could not be written into the answer. */
    private static String tellable(String name) {
        return name.substring(0, Math.min(name.length(), MOST_LETTERS)).replaceAll("[^ -~]", "?");
    }
}
