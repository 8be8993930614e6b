package io.gridwhistle.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SurveyorTest {

    private static final Point SOUTH_WEST = new Point(0, 0);
    private static final Point SOUTH_EAST = new Point(100, 0);
    private static final Point NORTH_EAST = new Point(100, 100);
    private static final Point NORTH_WEST = new Point(0, 100);

    private final Edge shared = new Edge(SOUTH_EAST, NORTH_EAST);
    private final Face west = new Face(List.of(
            new Edge(SOUTH_WEST, SOUTH_EAST).forward(),
            shared.forward(),
            new Edge(NORTH_EAST, NORTH_WEST).forward(),
            new Edge(NORTH_WEST, SOUTH_WEST).forward()));
    private final Face east = new Face(List.of(
            shared.backward(),
            new Edge(SOUTH_EAST, new Point(200, 0)).forward(),
            new Edge(new Point(200, 0), new Point(200, 100)).forward(),
            new Edge(new Point(200, 100), NORTH_EAST).forward()));

    @Test
    void cutsIntoPartsOfAboutEqualArea() {
        List<Face> parts = new Surveyor(new Random(1)).cut(west, 7);
        assertThat(parts)
                .hasSize(7)
                .allSatisfy(part -> assertThat(Convex.area(part.vertices())).isBetween(1_000.0, 1_900.0));
        assertThat(parts.stream()
                        .mapToDouble(part -> Convex.area(part.vertices()))
                        .sum())
                .isCloseTo(10_000, within(1e-6));
    }

    @Test
    void aCutThatEndsOnASharedEdgeGivesTheNeighbourItsVertex() {
        west.cut(new Heading(0, 1), 40);
        assertThat(east.vertices())
                .containsExactly(NORTH_EAST, new Point(100, 40), SOUTH_EAST, new Point(200, 0), new Point(200, 100));
    }

    @Test
    void aCutThatNearlyMeetsAVertexEndsInIt() {
        west.cut(new Heading(0, 1), 40);
        east.cut(new Heading(0, 1), 42);
        assertThat(east.vertices()).contains(new Point(100, 40)).doesNotContain(new Point(100, 42));
    }
}
