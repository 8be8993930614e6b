package io.gridwhistle.city.grid;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.events.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Boundaries drawn as a map, north on top: every character is a square, every letter some ground.
 *
 * <p>A cell is listed with the letters it consists of, so that cells above it and overlaps need no map of their own:
 * {@code ABC d1 district parent=c}, and so is ground that is declared: {@code X outside enclave}, {@code Y shared a,b}. Of
 * an exclusive grid {@code key=-} leaves out what would stand there otherwise. A lead may rotate:
 * {@code lead=this-unit/that-unit/P1M/2025-01-01}. Squares measure 1/64 degree, which binary fractions hold exactly.
 */
public final class DrawnCity {
    private static final double SIDE = 1.0 / 64;
    private static final double WEST = 113.5;
    private static final double NORTH = 34.75;
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final List<String> rows;
    private final List<Map<String, Object>> features = new ArrayList<>();

    private DrawnCity(String map) {
        rows = map.lines().map(row -> row.replace(" ", "")).toList();
    }

    public static DrawnCity of(String map, String cells) {
        var city = new DrawnCity(map);
        cells.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(city::add);
        return city;
    }

    GridSet gridSet() {
        return GridSet.read(geoJson());
    }

    public byte[] geoJson() {
        return Json.MAPPER
                .writeValueAsString(inOrder("type", "FeatureCollection", "features", features))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The middle of the first square with this letter. */
    public Point in(char letter) {
        for (int row = 0; row < rows.size(); row++) {
            int column = rows.get(row).indexOf(letter);
            if (column >= 0) {
                return at(column + 0.5, row + 0.5);
            }
        }
        throw new IllegalArgumentException("no '%s' on the map".formatted(letter));
    }

    /** So many squares east and south of the map's upper left corner. */
    public Point at(double east, double south) {
        return new Point(WEST + east * SIDE, NORTH - south * SIDE);
    }

    private void add(String line) {
        String[] words = line.split(" +");
        if (words[1].equals("outside") || words[1].equals("shared")) {
            features.add(feature(
                    words[0],
                    words[1].equals("outside")
                            ? inOrder("declares", "outside", "name", words[2])
                            : inOrder("declares", "shared", "cells", words[2].split(","))));
            return;
        }
        var properties = inOrder("code", words[1], "level", words[2]);
        var exclusive = new LinkedHashMap<String, Object>();
        for (String word : Arrays.asList(words).subList(3, words.length)) {
            String key = word.substring(0, word.indexOf('='));
            String value = word.substring(word.indexOf('=') + 1);
            switch (key) {
                case "mode" -> exclusive.put(key, value);
                case "lead" -> exclusive.put(key, value.contains("/") ? rotation(value.split("/")) : value);
                case "priority" -> exclusive.put(key, value.equals("-") ? value : Integer.valueOf(value));
                case "classes" -> exclusive.put(key, value.equals("-") ? value : value.split(","));
                case "floors" -> properties.put(key, value.split(","));
                default -> properties.put(key, value);
            }
        }
        if (words[2].equals("district")) {
            properties.putIfAbsent("district", words[1]);
        }
        if (!exclusive.isEmpty()) {
            exclusive.putIfAbsent("priority", 0);
            exclusive.putIfAbsent("classes", List.of("*"));
            exclusive.values().removeIf("-"::equals);
            properties.put("exclusive", exclusive);
        }
        features.add(feature(words[0], properties));
    }

    private Map<String, Object> feature(String letters, Map<String, ?> properties) {
        Map<String, Object> feature = inOrder("type", "Feature", "properties", properties);
        feature.put("geometry", geometry(letters));
        return feature;
    }

    /** The same bytes in every run. */
    private static LinkedHashMap<String, Object> inOrder(String first, Object one, String second, Object other) {
        var all = new LinkedHashMap<String, Object>();
        all.put(first, one);
        all.put(second, other);
        return all;
    }

    private static Map<String, Object> rotation(String[] words) {
        return Map.of(
                "rotation", List.of(words).subList(0, words.length - 2),
                "every", words[words.length - 2],
                "from", words[words.length - 1]);
    }

    private Map<String, Object> geometry(String letters) {
        var squares = new ArrayList<Geometry>();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).length(); column++) {
                if (letters.indexOf(rows.get(row).charAt(column)) >= 0) {
                    Point a = at(column, row);
                    Point b = at(column + 1, row + 1);
                    squares.add(GEOMETRIES.toGeometry(new Envelope(a.lon(), b.lon(), a.lat(), b.lat())));
                }
            }
        }
        Geometry area = UnaryUnionOp.union(squares);
        return GeoJson.write(area);
    }
}
