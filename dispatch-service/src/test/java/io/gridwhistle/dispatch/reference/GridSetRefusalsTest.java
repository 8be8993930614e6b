package io.gridwhistle.dispatch.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;

import io.gridwhistle.city.Unit;
import io.gridwhistle.city.grid.DrawnCity;
import io.gridwhistle.dispatch.TestCity;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.log.reference.HeldReferences;
import io.gridwhistle.log.reference.Reference;
import io.gridwhistle.log.web.Document;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.TestDoor;
import io.gridwhistle.log.web.TestDoor.Answer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** What an operator is told whose boundaries, units or responsibilities are refused. */
class GridSetRefusalsTest {
    private static final Document PAGE = Document.inDocs("refusals.md");
    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");

    private static final String MAP = "A B X";
    private static final String CELLS = """
            AB city  city     chief=city-centre
            AB west  district parent=city chief=west-centre
            A  a     l1       parent=west chief=a-chief
            B  b     l1       parent=west chief=b-chief
            """;
    private static final TestCity CITY = TestCity.of(DrawnCity.of(MAP, CELLS), """
            city-centre city city-centre
            west-centre west district-centre
            lighting    west department
            """, """
            lamp * owner lighting
            """);

    private final HeldReferences held = new HeldReferences();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ProofTurns turns = new ProofTurns();
    private final TestDoor door;

    GridSetRefusalsTest() {
        var proof = new GridSetProof(held.references(), new GridSetMeters(meters));
        var matrix = new MatrixProof(held.references());
        door = TestDoor.to(
                List.of(
                        new GridSetController(held.references(), proof, turns),
                        new ActivationController(held.references(), proof, turns),
                        new ResponsibilityController(held.references(), matrix, turns),
                        new UnitController(held.references(), mock(), matrix, turns)),
                new NotProvenAdvice());
        held.put(
                ReferenceKind.CITY,
                json(new String(CITY.reference(ReferenceKind.CITY), StandardCharsets.UTF_8)
                        .replace("\"districts\":[]", "\"districts\":[{\"code\":\"west\",\"name\":\"West\"}]")));
        held.put(ReferenceKind.UNITS, CITY.reference(ReferenceKind.UNITS));
        held.put(ReferenceKind.RESPONSIBILITIES, CITY.reference(ReferenceKind.RESPONSIBILITIES));
    }

    /** Another line for the drawn cells, or one in place of another. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            grid-set-gap          | "B  b     l1       parent=west chief=b-chief" | ""
            grid-set-overlap      | "A  a     l1" | "AB a     l1"
            grid-set-outside      | "B  b     l1" | "BX b     l1"
            grid-set-exclusive    | ""            | "A zone l1 parent=city mode=co-own lead=lighting priority=- classes=noise"
            grid-set-code         | "B  b     l1" | "B  a     l1"
            grid-set-parent       | "parent=west chief=b" | "parent=east chief=b"
            grid-set-district     | "A  a     l1" | "A  a     l1 district=east"
            grid-set-unit         | ""            | "A zone l1 parent=city mode=co-own lead=task-force"
            grid-set-floor        | ""            | "A f1 micro parent=a building=mall floors=1"
            grid-set-district-left-out | "west-centre" | "west-centre district=east"
            grid-set-exclusive-nowhere | ""       | "X zone l1 parent=city mode=co-own lead=lighting"
            grid-set-declared-outside | ""        | "A outside enclave"
            grid-set-declared-shared  | ""        | "A shared a,b"
            """)
    void boundariesThatLeaveSomethingToNobody(String name, String right, String wrong) {
        Answer answer = post(DrawnCity.of(MAP, right.isEmpty() ? CELLS + wrong : CELLS.replace(right, wrong))
                .geoJson());
        isRefused(
                answer,
                switch (name) {
                    case "grid-set-declared-outside" -> "overlap";
                    case "grid-set-declared-shared", "grid-set-exclusive-nowhere" -> "outside";
                    case "grid-set-district-left-out" -> "district";
                    default -> name.substring("grid-set-".length());
                });
        PAGE.holds(name, answer.toMarkdown());
    }

    /** What stands in the document, and what is put in its place. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            grid-set-document | "FeatureCollection"  | "Feature"
            grid-set-feature  | "l1"                 | "block"
            """)
    void documentsThatAreNone(String name, String right, String wrong) {
        Answer answer = post(json(text().replace(right, wrong)));
        isRefused(answer, name.substring("grid-set-".length()));
        PAGE.holds(name, answer.toMarkdown());
    }

    /** Corners of cell a, from the south-west round, and which of them its ring runs through. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            grid-set-ring-not-closed      | geometry | 0 1 2 3
            grid-set-ring-crossing-itself | geometry | 0 2 1 3 0
            grid-set-ring-the-wrong-way   | winding  | 0 3 2 1 0
            """)
    void bordersThatAreNone(String name, String kind, String corners) {
        JsonNode set = Json.MAPPER.readTree(text());
        var ring = set.path("features")
                .path(2)
                .path("geometry")
                .path("coordinates")
                .path(0);
        var west =
                Math.min(ring.path(0).path(0).asDouble(), ring.path(2).path(0).asDouble());
        var south =
                Math.min(ring.path(0).path(1).asDouble(), ring.path(2).path(1).asDouble());
        double side = 1.0 / 64;
        double[][] all = {{west, south}, {west + side, south}, {west + side, south + side}, {west, south + side}};
        var wrong = java.util.Arrays.stream(corners.split(" "))
                .map(corner -> all[Integer.parseInt(corner)])
                .toList();
        ((tools.jackson.databind.node.ArrayNode)
                        set.path("features").path(2).path("geometry").path("coordinates"))
                .set(0, Json.MAPPER.valueToTree(wrong));
        Answer answer = post(Json.MAPPER.writeValueAsBytes(set));
        isRefused(answer, kind);
        PAGE.holds(name, answer.toMarkdown());
    }

    @Test
    void aWidthOfRepairThatIsNone() {
        Answer answer = post(json(text().replace(
                        "{\"type\":\"FeatureCollection\"",
                        "{\"repairUpToMetres\":500,\"type\":\"FeatureCollection\"")));
        isRefused(answer, "document");
        PAGE.holds("grid-set-repair-width", answer.toMarkdown());
    }

    @Test
    void aFeatureThatIsLargerThanAnyCellNeeds() {
        Answer answer = post(json(text().replace(
                        "{\"code\":\"b\"", "{\"notes\":[%s],\"code\":\"b\"".formatted("0,".repeat(5 << 20) + "0"))));
        isRefused(answer, "document");
        PAGE.holds("grid-set-feature-too-large", answer.toMarkdown());
    }

    @Test
    void whoWantsAProblemGetsOne() {
        Answer answer = door.send(
                "POST",
                "/api/v1/grid-sets",
                DrawnCity.of(MAP, CELLS.replace("B  b", "BX b")).geoJson(),
                MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.type()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        PAGE.holds("grid-set-as-a-problem", answer.toMarkdown());
    }

    @Test
    void howeverManyThereAreAllAreListed() {
        var cells = new StringBuilder(CELLS);
        for (int i = 0; i < 300; i++) {
            cells.append("A zone%d l1 parent=city mode=co-own lead=task-force\n".formatted(i));
        }
        JsonNode answer = Json.MAPPER.readTree(
                post(DrawnCity.of(MAP, cells.toString()).geoJson()).body());
        assertThat(answer.path("found").path("unit").asInt()).isEqualTo(300);
        assertThat(answer.path("features")
                        .valueStream()
                        .filter(it ->
                                it.path("properties").path("kind").asString().equals("unit")))
                .hasSize(300);
    }

    @Test
    void whatIsRefusedIsCountedByKind() {
        post(DrawnCity.of(MAP, CELLS.replace("B  b", "BX b")).geoJson());
        assertThat(meters.counter("gridwhistle.grid.set.findings", "kind", "outside")
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("gridwhistle.grid.set.check")
                        .tag("outcome", "refused")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(held.kept()).noneMatch(it -> it.kind() == ReferenceKind.GRID_SET);
    }

    @Test
    void whatIsProvenIsKeptAndPutInForce() {
        Answer kept = post(CITY.map().geoJson());
        assertThat(kept.status()).isEqualTo(201);
        String version = Json.MAPPER.readTree(kept.body()).path("version").asString();
        assertThat(activate(version).status()).isEqualTo(202);
        JsonNode report = Json.MAPPER.readTree(door.send("GET", "/api/v1/grid-sets/" + version + "/report", null)
                .body());
        assertThat(report.path("active").asBoolean()).isTrue();
        assertThat(report.path("findings")).isEmpty();
        assertThat(report.path("holes")).isEmpty();
    }

    @Test
    void aRepairedVersionIsWhatIsKeptAndItsReportSaysWhatWasDone() {
        String asked = text().replace(
                        "{\"type\":\"FeatureCollection\"", "{\"repairUpToMetres\":2,\"type\":\"FeatureCollection\"");
        double east = 113.5 + 1.0 / 64;
        JsonNode set = Json.MAPPER.readTree(asked);
        for (JsonNode position : set.path("features")
                .path(2)
                .path("geometry")
                .path("coordinates")
                .path(0)) {
            if (position.path(0).asDouble() == east) {
                ((ArrayNode) position).set(0, east - 0.00001);
            }
        }
        JsonNode kept =
                Json.MAPPER.readTree(post(Json.MAPPER.writeValueAsBytes(set)).body());
        String version = kept.path("version").asString();

        assertThat(kept.path("repairs").asInt()).isEqualTo(1);
        assertThat(activate(version).status()).isEqualTo(202);
        JsonNode report = Json.MAPPER.readTree(door.send("GET", "/api/v1/grid-sets/" + version + "/report", null)
                .body());
        JsonNode change = report.path("repairs").path("features").path(0);
        assertThat(change.path("properties").path("cells")).hasToString("[\"west\",\"a\"]");
        assertThat(change.path("geometry").path("type").asString()).isEqualTo("Polygon");
    }

    @Test
    void unitsThatAreGoneKeepAVersionFromComingIntoForce() {
        String version = held.keep(Reference.of(
                        ReferenceKind.GRID_SET,
                        DrawnCity.of(MAP, CELLS + "A zone l1 parent=city mode=co-own lead=lighting")
                                .geoJson()))
                .version();
        held.put(ReferenceKind.UNITS, units("lighting"));
        Answer answer = activate(version);
        isRefused(answer, "unit");
        PAGE.holds("activation-unit-gone", answer.toMarkdown());
    }

    @Test
    void aMatrixWithAHoleKeepsAVersionFromComingIntoForce() {
        String version = held.keep(
                        Reference.of(ReferenceKind.GRID_SET, CITY.map().geoJson()))
                .version();
        held.put(ReferenceKind.RESPONSIBILITIES, matrix("lamp a owner lighting"));
        Answer answer = activate(version);
        assertThat(answer.status()).isEqualTo(422);
        PAGE.holds("activation-matrix-hole", answer.toMarkdown());
    }

    @Test
    void aDocumentThatIsLargerThanAnyCityNeeds() {
        DataBuffer part =
                DefaultDataBufferFactory.sharedInstance.wrap(CITY.map().geoJson());
        ProblemException refusal = catchThrowableOfType(
                ProblemException.class, () -> Upload.take(Flux.just(part), 100).block(Duration.ofSeconds(30)));
        assertThat(refusal.status()).isEqualTo(413);
        PAGE.holds("grid-set-too-large", refusal);
    }

    /** Every proof takes seconds and hundreds of megabytes: whoever asks for one waits for those before him, if there are few. */
    @Test
    @Timeout(60)
    void whoComesWhenEnoughProofsAreWaitingIsToldToComeBack() throws InterruptedException {
        String version = held.keep(
                        Reference.of(ReferenceKind.GRID_SET, CITY.map().geoJson()))
                .version();
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var first = turns.take(() -> {
                    begun.countDown();
                    mayEnd.await();
                    return 1;
                })
                .toFuture();
        begun.await();
        var waiting = Flux.range(0, ProofTurns.MOST_WAITING)
                .flatMap(i -> turns.take(() -> i))
                .collectList()
                .toFuture();

        byte[] geoJson = CITY.map().geoJson();
        Answer refused = post(geoJson);
        PAGE.holds("proofs-busy", refused.toMarkdown());
        assertThat(List.of(
                        refused,
                        activate(version),
                        door.send("GET", "/api/v1/grid-sets/" + version + "/report", null),
                        door.send("PUT", "/api/v1/responsibilities", matrix("lamp * owner lighting")),
                        door.send("PUT", "/api/v1/units", CITY.reference(ReferenceKind.UNITS))))
                .extracting(Answer::status)
                .containsOnly(503);

        mayEnd.countDown();
        assertThat(first).succeedsWithin(Duration.ofSeconds(30));
        assertThat(waiting).succeedsWithin(Duration.ofSeconds(30));
        assertThat(post(geoJson).status()).isEqualTo(201);
    }

    @Test
    void boundariesAreNotLookedAtBeforeThereIsACity() {
        var empty = new HeldReferences();
        var proof = new GridSetProof(empty.references(), new GridSetMeters(meters));
        Answer answer = TestDoor.to(
                        List.of(new GridSetController(empty.references(), proof, turns)), new NotProvenAdvice())
                .send("POST", "/api/v1/grid-sets", CITY.map().geoJson());
        assertThat(answer.status()).isEqualTo(503);
        PAGE.holds("grid-set-before-the-city", answer.toMarkdown());
    }

    @Test
    void aVersionThatIsNotThere() {
        PAGE.holds("grid-set-unknown", activate("0123456789ab").toMarkdown());
    }

    /** Lines {@code class cell duty unit}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            matrix-names  | tram * owner lighting, lamp north owner lighting, lamp * owner painting
            matrix-double | lamp * owner lighting, lamp * owner lighting
            matrix-hole   | lamp a owner lighting
            """)
    void matricesThatLeaveSomethingToNobody(String name, String lines) {
        held.put(ReferenceKind.GRID_SET, CITY.map().geoJson());
        Answer answer = door.send("PUT", "/api/v1/responsibilities", matrix(lines.replace(", ", "\n")));
        assertThat(answer.status()).isEqualTo(422);
        PAGE.holds(name, answer.toMarkdown());
    }

    @Test
    void aMatrixMayNameCellsOfTheNextBoundaries() {
        held.put(ReferenceKind.GRID_SET, CITY.map().geoJson());
        String next = held.keep(Reference.of(
                        ReferenceKind.GRID_SET,
                        DrawnCity.of(MAP, CELLS.replace("B  b  ", "B  new")).geoJson()))
                .version();
        byte[] matrix = matrix("lamp * owner lighting\nlamp new owner lighting");
        assertThat(door.send("PUT", "/api/v1/responsibilities", matrix).status())
                .isEqualTo(422);
        assertThat(door.send("PUT", "/api/v1/responsibilities?gridSet=" + next, matrix)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            units-district | centre city city-centre, lighting east department
            units-double   | centre city city-centre, lighting west department, lighting west department
            units-centres  | centre city district-centre, one west district-centre, other west district-centre
            units-gone     | centre city city-centre, west-centre west district-centre
            """)
    void unitsThatSomebodyStillNeeds(String name, String units) {
        held.put(ReferenceKind.GRID_SET, CITY.map().geoJson());
        List<Unit> all = TestCity.of(CITY.map(), units.replace(", ", "\n"), "lamp * owner lighting")
                .units();
        Answer answer = door.send("PUT", "/api/v1/units", Json.MAPPER.writeValueAsBytes(all));
        assertThat(answer.status()).isEqualTo(422);
        PAGE.holds(name, answer.toMarkdown());
    }

    private Answer post(byte[] geoJson) {
        return door.send("POST", "/api/v1/grid-sets", geoJson);
    }

    private Answer activate(String version) {
        return door.send("POST", "/api/v1/grid-sets/%s/activation".formatted(version), null);
    }

    private static void isRefused(Answer answer, String kind) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.type()).isEqualTo(GEO_JSON);
        JsonNode map = Json.MAPPER.readTree(answer.body());
        assertThat(map.path("type").asString()).isEqualTo("FeatureCollection");
        assertThat(map.path("found").propertyNames()).contains(kind);
        assertThat(map.path("problem").path("status").asInt()).isEqualTo(422);
        assertThat(map.path("features")).allSatisfy(feature -> {
            assertThat(feature.has("geometry")).isTrue();
            assertThat(feature.path("properties").path("detail").asString()).isNotBlank();
        });
    }

    private static String text() {
        return new String(CITY.map().geoJson(), StandardCharsets.UTF_8);
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] matrix(String lines) {
        return Json.MAPPER.writeValueAsBytes(
                TestCity.of(CITY.map(), "x west department", lines).matrix());
    }

    private static byte[] units(String without) {
        return Json.MAPPER.writeValueAsBytes(CITY.units().stream()
                .filter(unit -> !unit.code().value().equals(without))
                .toList());
    }
}
