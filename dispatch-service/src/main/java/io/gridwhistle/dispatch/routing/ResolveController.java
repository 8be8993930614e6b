package io.gridwhistle.dispatch.routing;

import io.gridwhistle.city.CaseClass;
import io.gridwhistle.city.City;
import io.gridwhistle.events.Crs;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.Texts;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A dry run: who would be asked, or would have been at another time, and why. */
@RestController
final class ResolveController {
    /** Boundaries of another time may have to be read anew, which takes seconds and memory: a few at a time. */
    private static final Scheduler OTHER_TIMES = Schedulers.newBoundedElastic(2, 100, "resolve-at");

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
            @RequestParam(required = false) @Nullable String at) {
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
            throw ProblemException.invalid("?", String.valueOf(e.getMessage()));
        }
        Instant moment = at == null ? references.now() : Texts.time("?at", at);
        return Mono.fromCallable(() -> decide(place, classCode, moment))
                .subscribeOn(at == null ? Schedulers.immediate() : OTHER_TIMES)
                .onErrorMap(
                        RejectedExecutionException.class,
                        e -> ProblemException.unavailable("busy", "too many ask about other times at once", e));
    }

    private RoutingDecision decide(ReportedPlace place, String classCode, Instant moment) {
        RoutingTables then = tables.at(moment);
        try {
            return new Router(then).route(place, findClass(then.city(), classCode));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("?", String.valueOf(e.getMessage()));
        }
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
}
