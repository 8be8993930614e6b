package io.gridwhistle.local.losangeles;

import io.gridwhistle.local.folder.Policy.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Derives a type's clocks from the median time that its requests took from creation to closing. */
final class HandleTimes {

    static final Map<String, Clock> DEFAULT = clocks(Duration.ofDays(3));
    /** Those that no type has for itself. */
    private static final Map<String, Clock> OF_ALL = Map.of(
            "accept", Clock.notKept(),
            "dispatch", Clock.time("PT15M"),
            "consultation", Clock.time("P1D"),
            "follow-up", Clock.time("P3D"));

    private static final List<Duration> STEPS = Stream.concat(
                    Stream.of(4, 12).map(Duration::ofHours),
                    Stream.of(1, 2, 3, 5, 7, 14, 21, 30).map(Duration::ofDays))
            .toList();

    /** What closes faster was written down when it was done, by the crew itself. */
    private static final Duration SHORTEST_WORK = Duration.ofHours(1);

    private HandleTimes() {}

    static Map<String, Clock> clocks(List<Request> requests) {
        return median(requests)
                .filter(median -> median.compareTo(SHORTEST_WORK) >= 0)
                .map(median -> clocks(roundedUp(median)))
                .orElse(DEFAULT);
    }

    /** Every clock there is, for the rule that says all. */
    static Map<String, Clock> all() {
        Map<String, Clock> all = new TreeMap<>(OF_ALL);
        all.putAll(DEFAULT);
        return all;
    }

    private static Map<String, Clock> clocks(Duration handle) {
        Map<String, Clock> clocks = new LinkedHashMap<>();
        clocks.put("acknowledge", Clock.time("PT4H"));
        clocks.put("handle", Clock.time(text(handle)));
        clocks.put("verify", Clock.time("P2D"));
        clocks.put("overall", Clock.time(days(handle.toDays() + 7)));
        return clocks;
    }

    private static Optional<Duration> median(List<Request> requests) {
        List<Duration> sorted = requests.stream()
                .flatMap(request -> request.timeToClose().stream())
                .sorted()
                .toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
    }

    private static Duration roundedUp(Duration median) {
        return STEPS.stream()
                .filter(step -> step.compareTo(median) >= 0)
                .findFirst()
                .orElse(STEPS.getLast());
    }

    private static String text(Duration duration) {
        return duration.toDays() > 0 ? days(duration.toDays()) : duration.toString();
    }

    private static String days(long days) {
        return "P" + days + "D";
    }
}
