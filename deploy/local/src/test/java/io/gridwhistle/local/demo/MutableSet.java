package io.gridwhistle.local.demo;

import java.awt.geom.Line2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The demo city's grid set, to be spoiled at places that a seed picks. */
final class MutableSet {
    private static final JsonMapper JSON = new JsonMapper();
    private static final double METRE = 1 / 111_195.0;

    private final ObjectNode set;
    private final Random random;

    private MutableSet(ObjectNode set, Random random) {
        this.set = set;
        this.random = random;
    }

    static ObjectNode read(Path folder) {
        return JSON.readTree(folder.resolve("grid-set.geojson").toFile()).asObject();
    }

    static MutableSet of(ObjectNode set, long seed) {
        return new MutableSet(set.deepCopy(), new Random(seed));
    }

    byte[] geoJson() {
        return JSON.writeValueAsBytes(set);
    }

    ArrayNode features() {
        return (ArrayNode) set.get("features");
    }

    Cell cell(String code) {
        return cells(cell -> cell.code().equals(code)).getFirst();
    }

    /** Any ordinary cell of a level. */
    Cell any(String level) {
        return any(level, cell -> true);
    }

    Cell any(String level, Predicate<Cell> kind) {
        List<Cell> some = cells(
                cell -> cell.text("level").equals(level) && !cell.properties().has("exclusive") && kind.test(cell));
        return some.get(random.nextInt(some.size()));
    }

    /** Any micro-grid that has others beside it in its parent. */
    Cell anyWithSiblings() {
        return any(
                "micro",
                cell -> !cell.properties().has("floors")
                        && childrenOf(cell.text("parent")).size() > 3);
    }

    List<Cell> childrenOf(String code) {
        return cells(cell -> cell.text("parent").equals(code));
    }

    private List<Cell> cells(Predicate<Cell> kind) {
        var cells = new ArrayList<Cell>();
        features().forEach(feature -> {
            var cell = new Cell(feature.asObject());
            if (kind.test(cell)) {
                cells.add(cell);
            }
        });
        return cells;
    }

    void remove(Cell cell) {
        for (int i = 0; i < features().size(); i++) {
            if (features().get(i) == cell.feature()) {
                features().remove(i);
                return;
            }
        }
    }

    /** {@code cells}: of shared ground. */
    void declare(String what, JsonNode geometry, String... cells) {
        ObjectNode declaration = features().addObject().put("type", "Feature");
        ObjectNode properties = declaration.putObject("properties").put("declares", what);
        if (cells.length > 0) {
            properties.set("cells", JSON.valueToTree(cells));
        }
        declaration.set("geometry", geometry.deepCopy());
    }

    /** A feature, with what is done to it. */
    record Cell(ObjectNode feature) {
        ObjectNode properties() {
            return feature.get("properties").asObject();
        }

        String code() {
            return text("code");
        }

        String text(String property) {
            return properties().path(property).asString("");
        }

        Cell with(String property, Object value) {
            properties().set(property, JSON.valueToTree(value));
            return this;
        }

        Cell without(String property) {
            properties().remove(property);
            return this;
        }

        ObjectNode exclusive() {
            return properties().get("exclusive").asObject();
        }

        ArrayNode rings() {
            return (ArrayNode) feature.get("geometry").get("coordinates");
        }

        ArrayNode ring() {
            return (ArrayNode) rings().get(0);
        }

        double[] corner(int i) {
            JsonNode position = ring().get(i);
            return new double[] {position.get(0).asDouble(), position.get(1).asDouble()};
        }

        /** Whether its first two diagonals meet: with the corners between them exchanged its ring crosses itself. */
        boolean isConvexAtTheSecondSide() {
            return ring().size() > 4
                    && Line2D.linesIntersect(
                            corner(0)[0],
                            corner(0)[1],
                            corner(2)[0],
                            corner(2)[1],
                            corner(1)[0],
                            corner(1)[1],
                            corner(3)[0],
                            corner(3)[1]);
        }

        void setCorner(int i, double[] position) {
            ring().set(i, JSON.valueToTree(position));
            if (i == 0) {
                ring().set(ring().size() - 1, JSON.valueToTree(position));
            }
        }

        double[] middle() {
            double lon = 0;
            double lat = 0;
            int corners = ring().size() - 1;
            for (int i = 0; i < corners; i++) {
                lon += corner(i)[0] / corners;
                lat += corner(i)[1] / corners;
            }
            return new double[] {lon, lat};
        }

        /** So many metres from a corner towards the cell's middle, or away from it. */
        void push(int i, double metres) {
            double[] at = corner(i);
            double[] to = middle();
            double share = metres * METRE / Math.hypot(to[0] - at[0], to[1] - at[1]);
            setCorner(i, new double[] {at[0] + share * (to[0] - at[0]), at[1] + share * (to[1] - at[1])});
        }

        /** A corner in the middle of the first side, pushed inwards, or outwards, until it has moved so much ground. */
        void dent(double squareMetres) {
            double[] from = corner(0);
            double[] to = corner(1);
            double shrink = Math.cos(Math.toRadians(from[1]));
            double east = (to[0] - from[0]) * shrink;
            double north = to[1] - from[1];
            double length = Math.hypot(east, north);
            // The interior of a counterclockwise ring is on the left.
            double depth = 2 * squareMetres * METRE * METRE / length;
            ring().insert(1, JSON.valueToTree(new double[] {
                (from[0] + to[0]) / 2 - depth * north / length / shrink, (from[1] + to[1]) / 2 + depth * east / length
            }));
        }

        void shift(double metresEast) {
            for (int i = 0; i < ring().size(); i++) {
                double[] at = corner(i);
                ring().set(i, JSON.valueToTree(new double[] {at[0] + metresEast * METRE, at[1]}));
            }
        }

        void reverse() {
            var turned = JSON.createArrayNode();
            for (int i = ring().size() - 1; i >= 0; i--) {
                turned.add(ring().get(i));
            }
            rings().set(0, turned);
        }

        /** A square round the middle, clockwise as a hole runs. */
        JsonNode square(double side) {
            double[] at = middle();
            double half = side * METRE / 2;
            return JSON.valueToTree(new double[][] {
                {at[0] - half, at[1] - half},
                {at[0] - half, at[1] + half},
                {at[0] + half, at[1] + half},
                {at[0] + half, at[1] - half},
                {at[0] - half, at[1] - half}
            });
        }

        /** A strip through the middle, some centimetres wide, counterclockwise. */
        JsonNode strip() {
            double[] at = middle();
            double length = 5 * METRE;
            double width = 0.05 * METRE;
            return JSON.valueToTree(new double[][] {
                {at[0], at[1]},
                {at[0] + length, at[1]},
                {at[0] + length, at[1] + width},
                {at[0], at[1] + width},
                {at[0], at[1]}
            });
        }
    }
}
