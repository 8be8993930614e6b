package io.gridwhistle.intake.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.events.Crs;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.Severity;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.log.web.Document;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.ProblemException.FieldError;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportCheckTest {
    private static final City CITY = CityReferences.city(utf8("""
            {"code": "zhengzhou", "name": "郑州", "timeZone": "Asia/Shanghai", "synthetic": true, "levels": [],
             "districts": [{"code": "erqi", "name": "二七"}],
             "channels": [{"code": "patrol", "name": "巡查"}, {"code": "hotline", "name": "12345"}],
             "classes": [
               {"code": "litter", "name": "垃圾", "kind": "event", "acceptance": "automatic"},
               {"code": "lamp", "name": "路灯", "kind": "component", "acceptance": "desk"}]}
            """));

    /** A square of a tenth of a degree, and a mall in it. */
    private static final GridSet GRID_SET = GridSet.read(utf8("""
            {"type": "FeatureCollection", "features": [
              {"properties": {"code": "410100", "level": "city"}, "geometry": {"type": "Polygon",
               "coordinates": [[[113.6,34.7],[113.7,34.7],[113.7,34.8],[113.6,34.8],[113.6,34.7]]]}},
              {"properties": {"code": "410103", "level": "district", "parent": "410100", "district": "410103"}, "geometry": {"type": "Polygon",
               "coordinates": [[[113.6,34.7],[113.7,34.7],[113.7,34.8],[113.6,34.8],[113.6,34.7]]]}},
              {"properties": {"code": "mall", "level": "l3", "parent": "410103", "building": "asia-mall"},
               "geometry": {"type": "Polygon",
               "coordinates": [[[113.6,34.7],[113.7,34.7],[113.7,34.8],[113.6,34.8],[113.6,34.7]]]}}]}
            """));

    private static final String GOOD = """
            {"externalId": "A-1", "channel": "patrol", "classCode": "litter", "title": " 垃圾堆放 ", "description": "",
             "location": {"crs": "WGS84", "lon": 113.65, "lat": 34.75, "address": "德化街"},
             "occurredAt": "2025-11-20T10:02:11+08:00",
             "attachments": [{"url": "https://example.com/1.jpg", "mediaType": "image/jpeg"}],
             "reporter": {"name": "王", "phone": "138"}}
            """;

    @Test
    void aReportThatIsRightIsTaken() {
        Report report = check(GOOD);
        assertThat(report.caseClass().code()).isEqualTo(new ClassCode("litter"));
        assertThat(report.title()).isEqualTo("垃圾堆放");
        assertThat(report.occurredAt()).isEqualTo(Instant.parse("2025-11-20T02:02:11Z"));
        assertThat(report.place().crs()).isEqualTo(Crs.WGS84);
        assertThat(report.attachments()).hasSize(1);
        assertThat(report.reporter()).isNotNull();
    }

    @Test
    void aSeverityIsTheReportsOwnWhereItNamesOne() {
        assertThat(check(GOOD).severity()).isNull();
        assertThat(check(GOOD.replace("\"title\"", "\"severity\": \"emergency\", \"title\""))
                        .severity())
                .isEqualTo(Severity.EMERGENCY);
    }

    /** A field as it is in the good report, what stands there instead, and what the platform is told. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "externalId": "A-1"         | "externalId": " "          | /externalId     | is missing; a text of 1 to 128 characters
            "channel": "patrol"         | "channel": null            | /channel        | is missing
            "channel": "patrol"         | "channel": "fax"           | /channel        | 'fax' is none of the city's: patrol, hotline
            "channel": "patrol"         | "channel": "Fax!"          | /channel        | 'Fax!' does not match
            "classCode": "litter"       | "classCode": "noise"       | /classCode      | 'noise' is none of the city's: litter, lamp
            "title": " 垃圾堆放 "        | "title": "x", "severity": "grave" | /severity  | 'grave' is none of ordinary, urgent, emergency
            "title": " 垃圾堆放 "        | "title": null              | /title          | is missing; a text of 1 to 200 characters
            +08:00"                     | "                          | /occurredAt     | is no time with offset, such as 2025-11-20T10:02:11+08:00
            "occurredAt"                | "at"                       | /occurredAt     | is missing; a time with offset
            "crs": "WGS84", "lon"       | "lon"                      | /location/crs   | is missing; say which system lon and lat are in: WGS84, CGCS2000, GCJ02 or BD09
            "crs": "WGS84"              | "crs": "EPSG:4326"         | /location/crs   | 'EPSG:4326' is not known; it is one of WGS84
            "lon": 113.65,              | ``                         | /location/lon   | is missing; a point has both
            "lat": 34.75,               | ``                         | /location/lat   | is missing; a point has both
            "lat": 34.75                | "lat": 134.75              | /location       | nowhere on Earth
            "location"                  | "place"                    | /location       | is missing; a point with its crs, a building or a gridCode
            "crs": "WGS84", "lon": 113.65, "lat": 34.75, | ``        | /location       | names no place
            "crs": "WGS84", "lon": 113.65, "lat": 34.75, | "building": "europe-mall", | /location/building | 'europe-mall' is no building of 郑州
            "crs": "WGS84", "lon": 113.65, "lat": 34.75, | "gridCode": "410199",      | /location/gridCode | '410199' is no grid cell of 郑州
            https:                      | ftp:                       | /attachments/0/url | is no http or https address
            """)
    void aFieldThatIsWrongIsTold(String right, String wrong, String pointer, String detail) {
        assertThat(GOOD).contains(right);
        assertThat(errors(GOOD.replace(right, wrong))).singleElement().satisfies(error -> {
            assertThat(error.pointer()).isEqualTo(pointer);
            assertThat(error.detail()).contains(detail);
        });
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        assertThat(errors("{}"))
                .extracting(FieldError::pointer)
                .containsExactly("/externalId", "/channel", "/classCode", "/title", "/location", "/occurredAt");
    }

    /** 0.01 degrees north of the border. */
    @Test
    void aPointOutsideIsToldHowFarOutside() {
        assertThat(errors(GOOD.replace("34.75", "34.81"))).singleElement().satisfies(error -> {
            assertThat(error.pointer()).isEqualTo("/location");
            assertThat(error.detail())
                    .matches(".*outside every district of 郑州; the nearest, '410103', is 111[0-9] m away");
        });
    }

    /** GCJ-02 lies some 600 metres east of WGS 84 here, so that the border is elsewhere in it. */
    @Test
    void insideAndOutsideAreAskedInTheSystemThatTheReportNames() {
        String east = GOOD.replace("113.65", "113.704");
        assertThat(errors(east)).hasSize(1);
        assertThat(check(east.replace("WGS84", "GCJ02")).place().lon()).isEqualTo(113.704);
    }

    @Test
    void aBuildingOrACellIsPlaceEnough() {
        String point = "\"crs\": \"WGS84\", \"lon\": 113.65, \"lat\": 34.75";
        assertThat(check(GOOD.replace(point, "\"building\": \"asia-mall\", \"floor\": \"3\""))
                        .place()
                        .building())
                .isEqualTo("asia-mall");
        assertThat(check(GOOD.replace(point, "\"gridCode\": \"410103\""))
                        .place()
                        .hasPoint())
                .isFalse();
    }

    /** What a platform reads whose report is at no place of the city. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            place-without-system  | "crs": "WGS84", "lon"  | "lon"
            place-outside         | "lat": 34.75           | "lat": 34.81
            place-on-no-earth     | "lat": 34.75           | "lat": 134.75
            place-unknown-building | "crs": "WGS84", "lon": 113.65, "lat": 34.75, | "building": "europe-mall",
            place-none            | "crs": "WGS84", "lon": 113.65, "lat": 34.75, | ``
            """)
    void placesThatAreNone(String name, String right, String wrong) {
        ProblemException refusal =
                catchThrowableOfType(ProblemException.class, () -> check(GOOD.replace(right, wrong)));
        Document.inDocs("refusals.md").holds(name, refusal);
    }

    /** Routing falls back on the point where it does not know the building, and never looks at a cell beside a point. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            "building": "europe-mall"
            "gridCode": "410103"
            """)
    void whatRoutingWillNotGoByDoesNotExcuseAPointOutside(String other) {
        assertThat(errors(GOOD.replace("34.75", "34.81, " + other)))
                .extracting(FieldError::pointer)
                .containsExactly("/location");
        assertThat(check(GOOD.replace("34.75", "34.81, \"building\": \"asia-mall\""))
                        .place()
                        .building())
                .isEqualTo("asia-mall");
    }

    /** A supplement may say another place or class; both are looked at as in a report. */
    @Test
    void aCorrectionIsCheckedLikeAReport() {
        var right = new ReportRequest.Location(null, null, null, "德化街", null, null, "410103");
        assertThat(Correction.check(right, null, CITY, GRID_SET))
                .isEqualTo(new Correction(
                        new ReportedPlace(null, null, null, "德化街", null, null, new CellCode("410103")),
                        new DistrictCode("410103"),
                        null));
        assertThat(Correction.check(null, "lamp", CITY, GRID_SET))
                .isEqualTo(new Correction(null, null, new ClassCode("lamp")));

        var nowhere = new ReportRequest.Location(null, 113.65, 34.75, null, null, null, null);
        var problem =
                catchThrowableOfType(ProblemException.class, () -> Correction.check(nowhere, "noise", CITY, GRID_SET));
        assertThat(problem.errors()).extracting(FieldError::pointer).containsExactly("/location/crs", "/classCode");
    }

    private static Report check(String json) {
        return ReportCheck.check(Json.MAPPER.readValue(json, ReportRequest.class), CITY, GRID_SET);
    }

    private static List<FieldError> errors(String json) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> check(json));
        assertThat(problem).as("refused: %s", json).isNotNull();
        assertThat(problem.status()).isEqualTo(422);
        return problem.errors();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
