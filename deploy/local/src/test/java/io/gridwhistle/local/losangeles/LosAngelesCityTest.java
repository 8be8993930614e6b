package io.gridwhistle.local.losangeles;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.local.folder.WrittenCity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Converts a city of two districts, side by side, and one council of the shape of an hourglass. */
class LosAngelesCityTest {

    private static final String AREA = """
        {"properties":{"id":"%s","name":"%s"},"geometry":{"type":"MultiPolygon","coordinates":[[[%s]]]}}\
        """;

    @TempDir
    private Path source;

    @TempDir
    private Path folder;

    @BeforeEach
    void convert() throws IOException {
        Files.writeString(
                source.resolve("council-districts-2012.geojson"),
                features(
                        AREA.formatted("1", "West", "[0,0],[0,1],[1,1],[1,0],[0,0]"),
                        AREA.formatted("2", "East", "[1,0],[2,0],[2,1],[1,1]")));
        Files.writeString(
                source.resolve("neighborhood-councils-2019.geojson"),
                features(AREA.formatted("7", "Hourglass", "[0.5,0.2],[1.5,0.2],[0.5,0.8],[1.5,0.8],[0.5,0.2]")));
        Files.writeString(source.resolve("requests-2020-01.csv"), """
            srnumber,requesttype,status,createddate,closeddate,requestsource,owner,latitude,longitude,cd,nc
            1-1,Single Streetlight Issue,Closed,1/1/20 0:02,1/6/20 1:00,Council's Office,BSL,0.5,0.25,1,7
            1-2,Single Streetlight Issue,Cancelled,7/1/20 13:30,7/1/20 13:31,Call,BSL,,,,
            1-3,Metal/Household Appliances,Closed,1/2/20 9:00,1/2/20 9:05,Call,BOS,0.5,1.75,2,
            1-4,Metal/Household Appliances,Open,1/2/20 9:00,,Call,LASAN,0.5,1.75,2,
            1-5,Metal/Household Appliances,Open,1/2/20 9:00,,Call,LASAN,0.5,1.75,2,
            """);
        LosAngelesCity.convert(source, folder);
    }

    @Test
    void reportsKeepTheirOrderAndHaveNoLocationWithoutCoordinates() {
        assertThat(folder.resolve("cases.ndjson")).content().startsWith("""
            {"externalId":"1-1","channel":"councils-office","classCode":"single-streetlight-issue",\
            "title":"Single Streetlight Issue","location":{"crs":"WGS84","lon":0.25,"lat":0.5},\
            "occurredAt":"2020-01-01T00:02:00-08:00"}
            {"externalId":"1-2","channel":"call","classCode":"single-streetlight-issue",\
            "title":"Single Streetlight Issue","occurredAt":"2020-07-01T13:30:00-07:00"}
            """);
        assertThat(folder.resolve("expected.csv")).hasContent("""
            externalId,district,nc
            1-1,cd-1,nc-7
            1-2,,
            1-3,cd-2,
            1-4,cd-2,
            1-5,cd-2,
            """);
    }

    @Test
    void typesGoToTheirMainOwnerInItsUsualTime() {
        assertThat(folder.resolve("responsibilities.json")).hasContent("""
            [
            {"class":"single-streetlight-issue","territory":"*","unit":"bsl","role":"owner"},
            {"class":"metal-household-appliances","territory":"*","unit":"lasan","role":"owner"}
            ]
            """);
        var policies = new WrittenCity(folder).read("policies.json");
        assertThat(policies.get(1).get("clocks").get("handle").get("time").asString())
                .isEqualTo("P7D");
        assertThat(policies.get(2).get("clocks").properties())
                .isNotEmpty()
                .isSubsetOf(policies.get(0).get("clocks").properties());
    }

    @Test
    void ringsAreClosedTurnedAndRepaired() {
        WrittenCity city = new WrittenCity(folder);
        assertThat(city.cells()).allSatisfy(cell -> {
            Geometry first = cell.shape().getGeometryN(0);
            assertThat(cell.shape().isValid()).isTrue();
            assertThat(Orientation.isCCW(((Polygon) first).getExteriorRing().getCoordinates()))
                    .isTrue();
        });
        assertThat(city.cell("los-angeles").shape().getArea()).isEqualTo(2);
        assertThat(city.cell("nc-7").shape().getNumGeometries()).isEqualTo(2);
    }

    private static String features(String... areas) {
        return "{\"features\":[" + String.join(",", areas) + "]}";
    }
}
