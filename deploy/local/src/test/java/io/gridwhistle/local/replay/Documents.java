package io.gridwhistle.local.replay;

import io.gridwhistle.city.CityReferences;
import io.gridwhistle.events.Actor;
import io.gridwhistle.events.ControlEvent.ReferenceActivated;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.local.demo.DemoCity;
import io.gridwhistle.log.reference.Reference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The demo city's references, and its grid set a second time with another one's chiefs: every fifth post is vacant. */
final class Documents {
    private static final Actor CENTRE = Actor.system("replay");

    private final Map<ReferenceKind, Reference> city = new EnumMap<>(ReferenceKind.class);
    private final Reference otherGridSet;

    Documents(Path folder) throws IOException {
        DemoCity.writeTo(folder);
        for (var file : Map.of(
                        ReferenceKind.CITY, "city.json",
                        ReferenceKind.UNITS, "units.json",
                        ReferenceKind.RESPONSIBILITIES, "responsibilities.json",
                        ReferenceKind.POLICIES, "policies.json",
                        ReferenceKind.CALENDARS, "calendars.json",
                        ReferenceKind.GRID_SET, "grid-set.geojson")
                .entrySet()) {
            byte[] content = Files.readAllBytes(folder.resolve(file.getValue()));
            city.put(file.getKey(), Reference.of(file.getKey(), content));
        }
        otherGridSet = Reference.of(
                ReferenceKind.GRID_SET, vacated(of(ReferenceKind.GRID_SET).content()));
    }

    private static byte[] vacated(byte[] gridSet) {
        var text = new StringBuilder();
        int number = 0;
        for (String line : new String(gridSet, StandardCharsets.UTF_8).lines().toList()) {
            text.append(++number % 5 == 0 ? line.replaceFirst("\"chief\":\"[^\"]*\"", "\"chief\":\"\"") : line)
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Reference of(ReferenceKind kind) {
        return Optional.ofNullable(city.get(kind)).orElseThrow();
    }

    List<Reference> inForceAtFirst() {
        return List.copyOf(city.values());
    }

    List<Reference> listAll() {
        return Stream.concat(city.values().stream(), Stream.of(otherGridSet)).toList();
    }

    Reference gridSet(boolean other) {
        return other ? otherGridSet : of(ReferenceKind.GRID_SET);
    }

    static ReferenceActivated activated(Reference reference, boolean reroute) {
        return new ReferenceActivated(reference.kind(), reference.version(), reference.digest(), null, reroute, CENTRE);
    }

    Reporting reporting() {
        return new Reporting(
                CityReferences.city(of(ReferenceKind.CITY).content()).classes(),
                List.copyOf(
                        CityReferences.units(of(ReferenceKind.UNITS).content()).listAll()));
    }

    List<String> unitsTopics() {
        return CityReferences.units(of(ReferenceKind.UNITS).content()).listAll().stream()
                .map(unit -> Topics.dispatch(unit.district(), unit.code()))
                .toList();
    }
}
