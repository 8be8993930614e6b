package io.gridwhistle.local.demo;

import io.gridwhistle.local.demo.MutableSet.Cell;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A way to spoil the demo city's boundaries.
 *
 * @param kinds what it may be found as
 * @param spoil does it, and says which cell the finding has to name
 */
record Mutation(String name, Set<String> kinds, Function<MutableSet, String> spoil) {
    private static final String ZONE = "erqi-tower-zone";
    private static final String MALL = "erqi-tower-zone-asia-mall";

    static final List<Mutation> ALL = List.of(
            of("a vertex moved by a metre", "gap overlap outside", set -> {
                Cell cell = set.anyWithSiblings();
                cell.push(1, 1);
                return cell.text("parent");
            }),
            of("a district's corner moved outwards", "outside overlap", set -> {
                Cell cell = set.any("district");
                cell.push(2, -3);
                return cell.code();
            }),
            of("an overlap of a square metre", "overlap outside", set -> {
                Cell cell = set.anyWithSiblings();
                cell.dent(-1);
                return cell.code();
            }),
            of("a gap of a square metre", "gap", set -> {
                Cell cell = set.anyWithSiblings();
                cell.dent(1);
                return cell.text("parent");
            }),
            of("a micro-grid removed", "gap", set -> {
                Cell cell = set.anyWithSiblings();
                set.remove(cell);
                return cell.text("parent");
            }),
            of("a block removed from above its micro-grids", "parent", set -> {
                Cell cell = set.any("l3");
                set.remove(cell);
                return set.childrenOf(cell.code()).getFirst().code();
            }),
            of("a street removed", "gap", set -> {
                Cell cell = set.any("l1");
                set.remove(cell);
                return cell.text("parent");
            }),
            of("a parent swapped", "outside", set -> {
                Cell cell = set.any("micro", it -> !it.properties().has("floors"));
                Cell other = set.any(
                        "l3",
                        it -> !it.code().equals(cell.text("parent"))
                                && it.text("district").equals(cell.text("district")));
                return cell.with("parent", other.code()).code();
            }),
            of("a parent swapped for one of another district", "parent", set -> {
                Cell cell = set.any("l2");
                Cell other = set.any("l1", it -> !it.text("district").equals(cell.text("district")));
                return cell.with("parent", other.code()).code();
            }),
            of(
                    "a parent that is not there",
                    "parent",
                    set -> set.any("l3").with("parent", "410103-99").code()),
            of(
                    "a floor moved to another parent",
                    "parent",
                    set -> set.cell(MALL + "-f3")
                            .with("parent", set.any("l3").code())
                            .code()),
            of(
                    "a street that hangs from the city",
                    "parent",
                    set -> set.any("l1").with("parent", set.any("city").code()).code()),
            of("an enclave over a micro-grid", "overlap", set -> {
                Cell cell = set.anyWithSiblings();
                set.declare("outside", cell.feature().get("geometry"));
                return cell.code();
            }),
            of("shared ground that is one's alone", "outside", set -> {
                Cell cell = set.anyWithSiblings();
                Cell other = set.any("micro", it -> !it.code().equals(cell.code()));
                set.declare("shared", cell.feature().get("geometry"), cell.code(), other.code());
                return other.code();
            }),
            of("no parent", "parent", set -> set.any("l2").without("parent").code()),
            of("a parent of a lower level", "parent", set -> {
                Cell cell = set.any("l2");
                return cell.with("parent", set.any("l3").code()).code();
            }),
            of("a code that stands twice", "code", set -> {
                Cell cell = set.anyWithSiblings();
                Cell other = set.any("micro", it -> !it.code().equals(cell.code()));
                return other.with("code", cell.code()).code();
            }),
            of(
                    "a district that the city does not have",
                    "district",
                    set -> set.any("micro").with("district", "410199").code()),
            of(
                    "a level that there is not",
                    "feature",
                    set -> set.any("l3").with("level", "block").code()),
            of("no ground", "geometry", set -> {
                Cell cell = set.any("l3");
                cell.feature().remove("geometry");
                return cell.code();
            }),
            of("a ring that crosses itself", "geometry", set -> {
                Cell cell = set.any("micro", Cell::isConvexAtTheSecondSide);
                double[] swapped = cell.corner(1);
                cell.setCorner(1, cell.corner(2));
                cell.setCorner(2, swapped);
                return cell.code();
            }),
            of("a ring that is not closed", "geometry", set -> {
                Cell cell = set.any("l2");
                cell.ring().remove(cell.ring().size() - 1);
                return cell.code();
            }),
            of("a position that is none", "geometry", set -> {
                Cell cell = set.any("micro");
                ((ArrayNode) cell.ring().get(1)).set(0, cell.corner(1)[0] * 10);
                return cell.code();
            }),
            of("a ring that runs the wrong way", "winding", set -> {
                Cell cell = set.any("l1");
                cell.reverse();
                return cell.code();
            }),
            of("a hole", "gap", set -> {
                Cell cell = set.anyWithSiblings();
                cell.rings().add(cell.square(2));
                return cell.code();
            }),
            of("a part some centimetres wide", "sliver", set -> {
                Cell cell = set.anyWithSiblings();
                Cell other = set.any("micro", it -> !it.code().equals(cell.code()));
                ObjectNode geometry = cell.feature().get("geometry").asObject();
                ArrayNode parts = geometry.arrayNode().add(cell.rings());
                parts.add(geometry.arrayNode().add(other.strip()));
                geometry.put("type", "MultiPolygon").set("coordinates", parts);
                return cell.code();
            }),
            of("a zone without lead", "exclusive", set -> strip(set, "lead")),
            of("a zone without mode", "exclusive", set -> strip(set, "mode")),
            of("a zone without classes", "exclusive", set -> strip(set, "classes")),
            of("a zone without priority", "exclusive", set -> strip(set, "priority")),
            of("a zone for a class that there is not", "exclusive", set -> {
                set.cell(ZONE)
                        .exclusive()
                        .putArray("classes")
                        .add("consumer-complaint")
                        .add("no-such-class");
                return ZONE;
            }),
            of("a lead who is no unit", "unit", set -> {
                set.cell(ZONE).exclusive().put("lead", "nobody");
                return ZONE;
            }),
            of("a rotation with somebody who is no unit", "unit", set -> {
                var turns = Map.of(
                        "rotation", List.of("erqi-tower-task-force", "nobody"), "every", "P1M", "from", "2025-01-01");
                set.cell(ZONE).exclusive().putPOJO("lead", turns);
                return ZONE;
            }),
            of(
                    "a chief whom no desk reaches",
                    "unit",
                    set -> set.any("city").with("chief", "nobody").code()),
            of("a floor outside of its mall", "outside", set -> {
                Cell floor = set.cell(MALL + "-f3");
                floor.shift(200);
                return floor.code();
            }),
            of(
                    "a floor that is another's",
                    "floor",
                    set -> set.cell(MALL + "-f4")
                            .with("floors", List.of("3", "4"))
                            .code()),
            of(
                    "a floor of no building",
                    "floor",
                    set -> set.cell(MALL + "-f3")
                            .with("building", "europe-mall")
                            .code()),
            of("a mall that reaches out of its zone", "outside", set -> {
                set.cell(MALL).shift(700);
                return MALL;
            }));

    private static Mutation of(String name, String kinds, Function<MutableSet, String> spoil) {
        return new Mutation(name, Set.of(kinds.split(" ")), spoil);
    }

    private static String strip(MutableSet set, String member) {
        set.cell(ZONE).exclusive().remove(member);
        return ZONE;
    }

    @Override
    public String toString() {
        return name;
    }
}
