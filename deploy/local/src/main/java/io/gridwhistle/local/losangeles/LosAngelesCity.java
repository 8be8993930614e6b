package io.gridwhistle.local.losangeles;

import io.gridwhistle.local.folder.Boundaries;
import io.gridwhistle.local.folder.Calendars;
import io.gridwhistle.local.folder.City;
import io.gridwhistle.local.folder.CityFolder;
import io.gridwhistle.local.folder.Label;
import io.gridwhistle.local.folder.Level;
import io.gridwhistle.local.folder.Policy;
import io.gridwhistle.local.folder.Report;
import io.gridwhistle.local.folder.Responsibility;
import io.gridwhistle.local.folder.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Los Angeles as published: council districts, neighborhood councils, and the requests of 1 to 3 January 2020. */
public final class LosAngelesCity {

    static final String CODE = "los-angeles";
    static final String NAME = "Los Angeles";
    static final String CITY_HALL = "city-hall";

    private static final String SOURCE =
            "Open data of the City of Los Angeles, by way of the repository hackforla/311-data: council districts of"
                    + " 2012, neighborhood councils of 2019, MyLA311 service requests of 1 to 3 January 2020.";

    private static final List<Label> RETURN_REASONS = List.of(
            new Label("not-our-duty", "Not this department's duty"),
            new Label("not-our-area", "Outside this council's area"),
            new Label("wrong-class", "Filed under the wrong type"),
            new Label("wrong-place", "Not at this place"),
            new Label("needs-others", "Needs several departments"));
    private static final String CALENDARS = Calendars.of(LosAngelesCity.class);

    private final List<Area> districts;
    private final List<Area> neighborhoods;
    private final List<Request> requests;
    private final List<RequestType> types;

    private LosAngelesCity(Path source) throws IOException {
        districts = AreaFile.read(source.resolve("council-districts-2012.geojson"));
        neighborhoods = AreaFile.read(source.resolve("neighborhood-councils-2019.geojson"));
        requests = RequestFile.read(source.resolve("requests-2020-01.csv"));
        types = RequestType.allOf(requests);
    }

    /** Takes the folder of the three published files and the city folder to write. */
    public static void main(String[] args) {
        convert(Path.of(args[0]), Path.of(args[1]));
    }

    /** Writes the city's files, its requests as {@code cases.ndjson}, and the city's own answers as {@code expected.csv}. */
    public static void convert(Path source, Path folder) {
        try {
            new LosAngelesCity(source).writeTo(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeTo(Path folder) throws IOException {
        Boundaries boundaries = Enclaves.declare(Cells.of(districts, neighborhoods));
        new CityFolder(city(), units(), responsibilities(), policies(), CALENDARS, boundaries).writeTo(folder);
        Report.writeAll(requests.stream().map(Request::report).toList(), folder);
        Stream<String> answers = requests.stream().map(Request::expectedLine);
        Files.writeString(
                folder.resolve("expected.csv"),
                String.join(
                                "\n",
                                Stream.concat(Stream.of("externalId,district,nc"), answers)
                                        .toList()) + "\n");
    }

    private City city() {
        return new City(
                CODE,
                NAME,
                Request.ZONE.getId(),
                false,
                SOURCE,
                List.of(Level.CITY, Level.DISTRICT),
                districts.stream()
                        .map(district -> new Label("cd-" + district.id(), district.name()))
                        .toList(),
                requests.stream()
                        .map(Request::source)
                        .distinct()
                        .sorted()
                        .map(name -> new Label(Slug.of(name), name))
                        .toList(),
                types.stream().map(RequestType::caseClass).toList(),
                RETURN_REASONS);
    }

    private List<Unit> units() {
        List<Unit> units = new ArrayList<>();
        units.add(new Unit(CITY_HALL, "City Hall", CODE, Unit.Kind.CITY_CENTRE));
        units.addAll(Departments.units(requests));
        districts.forEach(
                each -> units.add(new Unit("council-" + each.id(), each.name(), "cd-" + each.id(), Unit.Kind.COUNCIL)));
        neighborhoods.forEach(each -> units.add(new Unit("nc-" + each.id(), each.name(), CODE, Unit.Kind.COUNCIL)));
        return units;
    }

    private List<Responsibility> responsibilities() {
        return types.stream().map(RequestType::responsibility).toList();
    }

    private List<Policy> policies() {
        Stream<Policy> fallback = Stream.of(Policy.forEverything(HandleTimes.all(), 0.5, 1, null, null));
        return Stream.concat(fallback, types.stream().map(RequestType::policy)).toList();
    }
}
