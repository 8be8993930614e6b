package io.gridwhistle.dispatch.routing;

import io.gridwhistle.city.CaseClass;
import io.gridwhistle.city.City;
import io.gridwhistle.city.grid.LocatedPlace;
import io.gridwhistle.events.Crs;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.ProblemException.FieldError;
import io.gridwhistle.log.web.RequestContext;
import io.gridwhistle.log.web.Texts;
import io.gridwhistle.log.web.Turns;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A dry run: who would be asked, or would have been at another time, and why. */
@RestController
final class ResolveController {
    static final int MOST_OF_ONE = 4;

    /**
     * Where questions about other times wait for their turn: boundaries may have to be read anew, which takes seconds and
     * memory. Whoever asks a lot waits for himself, not others for him.
     */
    private final Turns otherTimes = new Turns("resolve-at", 2, 100, "too many ask about other times at once");

    private final Map<String, Integer> asking = new ConcurrentHashMap<>();
    private final References references;
    private final TablesInForce tables;

    ResolveController(References references) {
        this.references = references;
        this.tables = new TablesInForce(references);
    }

    @GetMapping("/api/v1/resolve")
    Mono<RoutingDecision> resolve(
            @RequestParam(required = false) @Nullable Double lon,
            @RequestParam(required = false) @Nullable Double lat,
            @RequestParam(required = false) @Nullable String crs,
            @RequestParam(name = "class") String classCode,
            @RequestParam(required = false) @Nullable String building,
            @RequestParam(required = false) @Nullable String floor,
            @RequestParam(required = false) @Nullable String gridCode,
            @RequestParam(required = false) @Nullable String at,
            RequestContext context) {
        if ((lon == null) != (lat == null)) {
            throw ProblemException.invalid(lon == null ? "?lon" : "?lat", "is missing; a point has both");
        }
        if (lon == null && building == null && gridCode == null) {
            throw ProblemException.invalid("?lon", "is missing; a point, a building or a gridCode is needed");
        }
        ReportedPlace place;
        try {
            place = new ReportedPlace(
                    lon == null ? null : crs(crs),
                    lon,
                    lat,
                    null,
                    building,
                    floor,
                    gridCode == null ? null : new CellCode(gridCode));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("?gridCode", String.valueOf(e.getMessage()));
        }
        if (at == null) {
            return Mono.fromCallable(() -> decide(place, classCode, references.now()));
        }
        Instant moment = Texts.time("?at", at);
        return ask(context.caller().name(), () -> decide(place, classCode, moment));
    }

    private RoutingDecision decide(ReportedPlace place, String classCode, Instant moment) {
        RoutingTables then = tables.at(moment);
        CaseClass caseClass = findClass(then.city(), classCode);
        requireThere(place, then);
        return new Router(then).route(place, caseClass);
    }

    /** By the rules that a report is taken by. */
    private static void requireThere(ReportedPlace place, RoutingTables then) {
        ProblemException.requireNone(new LocatedPlace(place, then.city(), then.gridSet())
                .faults().stream()
                        .map(it -> new FieldError(parameter(it.part()), it.detail()))
                        .toList());
    }

    private static String parameter(LocatedPlace.Part part) {
        return switch (part) {
            case POINT -> "?lon";
            case BUILDING -> "?building";
            case GRID_CODE -> "?gridCode";
        };
    }

    private static CaseClass findClass(City city, String code) {
        return city.classes().stream()
                .filter(it -> it.code().value().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("?class", "'%s' is none of the city's".formatted(code)));
    }

    private static Crs crs(@Nullable String code) {
        return Arrays.stream(Crs.values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "?crs", "says which system lon and lat are in: WGS84, CGCS2000, GCJ02 or BD09"));
    }

    /** Errors: a 503 problem where this caller, or all together, ask about too many at once. */
    <T> Mono<T> ask(String caller, Callable<T> question) {
        return Mono.defer(() -> {
            if (asking.merge(caller, 1, Integer::sum) > MOST_OF_ONE) {
                leave(caller);
                return Mono.error(ProblemException.unavailable(
                        "busy", "this credential asks about %d other times already".formatted(MOST_OF_ONE), null));
            }
            return otherTimes.take(question).doFinally(signal -> leave(caller));
        });
    }

    private void leave(String caller) {
        asking.computeIfPresent(caller, (name, count) -> count == 1 ? null : count - 1);
    }
}
