package io.gridwhistle.intake.related;

import io.gridwhistle.city.Related;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.lifecycle.Ties;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who follows whom, among the newly accepted cases of one class: each follows the earliest case near it that goes its own
 * way and has room; so the later ones of a batch follow the first of it.
 */
final class Choice {
    /** A case that others may follow, with those that follow it by now. */
    private static final class First {
        private final Sighting sighting;
        private int followers;

        First(Sighting sighting, int followers) {
            this.sighting = sighting;
            this.followers = followers;
        }
    }

    /** A case that is there already and may be followed, as the register has it. */
    record Candidate(Sighting sighting, int followers) {}

    /** A newly accepted case with the earlier ones that might be it. */
    record Asked(Sighting sighting, List<Candidate> candidates) {
        /** In a city that has these buildings. */
        Asked among(Predicate<String> buildings) {
            return new Asked(
                    sighting.among(buildings),
                    candidates.stream()
                            .map(it -> new Candidate(it.sighting().among(buildings), it.followers()))
                            .toList());
        }
    }

    /** What is to be said, for as long as the first is what it was found to be. */
    record Link(CaseId follower, Sighting first, String reason) {}

    private record Found(First first, String relation) {}

    private final Related same;
    private final Map<CaseId, First> known = new HashMap<>();
    private final Set<CaseId> linked = new HashSet<>();
    private final List<First> ofThisBatch = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    private Choice(Related same) {
        this.same = same;
    }

    static List<Link> among(List<Asked> asked, Related same) {
        var choice = new Choice(same);
        asked.stream()
                .sorted(Comparator.comparing(Asked::sighting, Sighting.EARLIEST_FIRST))
                .forEach(choice::choose);
        return choice.links;
    }

    private void choose(Asked asked) {
        var newly = asked.sighting();
        Stream.concat(asked.candidates().stream().flatMap(this::stillFirst), ofThisBatch.stream())
                .filter(first -> first.followers < Ties.MOST_FOLLOWERS)
                .filter(first -> Sighting.EARLIEST_FIRST.compare(first.sighting, newly) < 0)
                .flatMap(first ->
                        newly.findRelation(first.sighting, same).stream().map(it -> new Found(first, it)))
                .min(Comparator.comparing(found -> found.first().sighting, Sighting.EARLIEST_FIRST))
                .ifPresentOrElse(
                        found -> {
                            found.first().followers++;
                            linked.add(newly.id());
                            links.add(new Link(newly.id(), found.first().sighting, found.relation()));
                        },
                        () -> ofThisBatch.add(first(new Candidate(newly, 0))));
    }

    /** A case of this very batch is none any more where it was linked a moment ago. */
    private Stream<First> stillFirst(Candidate candidate) {
        CaseId id = candidate.sighting().id();
        return linked.contains(id) ? Stream.empty() : Stream.of(first(candidate));
    }

    private First first(Candidate candidate) {
        return known.computeIfAbsent(
                candidate.sighting().id(), id -> new First(candidate.sighting(), candidate.followers()));
    }
}
