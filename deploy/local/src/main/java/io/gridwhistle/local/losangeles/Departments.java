package io.gridwhistle.local.losangeles;

import io.gridwhistle.local.folder.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The departments that own requests. */
final class Departments {

    private static final Map<String, String> NAMES = Map.of(
            "BOS", "Bureau of Sanitation",
            "BSL", "Bureau of Street Lighting",
            "BSS", "Bureau of Street Services",
            "ITA", "Information Technology Agency",
            "LADWP", "Department of Water and Power",
            "LASAN", "LA Sanitation and Environment",
            "OCB", "Office of Community Beautification");

    private Departments() {}

    static List<Unit> units(List<Request> requests) {
        return requests.stream()
                .map(Request::owner)
                .distinct()
                .sorted()
                .map(owner -> new Unit(Slug.of(owner), name(owner), LosAngelesCity.CODE, Unit.Kind.DEPARTMENT))
                .toList();
    }

    static String name(String owner) {
        return NAMES.getOrDefault(owner, owner);
    }

    /** The department that owns most of these requests. */
    static String mainOwner(List<Request> requests) {
        Map<String, Long> counts = requests.stream()
                .collect(Collectors.groupingBy(Request::owner, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow();
    }
}
