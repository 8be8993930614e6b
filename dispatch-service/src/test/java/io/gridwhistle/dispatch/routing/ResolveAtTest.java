package io.gridwhistle.dispatch.routing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.gridwhistle.city.grid.DrawnCity;
import io.gridwhistle.dispatch.TestCity;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.log.reference.Activation;
import io.gridwhistle.log.reference.Activations;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.web.Caller;
import io.gridwhistle.log.web.CallerRole;
import io.gridwhistle.log.web.Document;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.RequestContext;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * X is a zone of the first version, led by two units in turn, a day each. From 5 June on it is the east's, and from 10 June
 * on, which is to come, everything is the east's.
 */
class ResolveAtTest {
    private static final String UNITS = """
            west-centre west district-centre
            east-centre east district-centre
            task-force  city task-force
            secretary   city task-force
            """;
    private static final Map<String, TestCity> VERSIONS = Map.of(
            "v1", city("""
                    AXB city city
                    AX  west district parent=city chief=west-centre
                    B   east district parent=city chief=east-centre
                    X   zone l1       parent=city mode=override lead=task-force/secretary/P1D/2025-01-01
                    """),
            "v2", city("""
                    AXB city city
                    A   west district parent=city chief=west-centre
                    XB  east district parent=city chief=east-centre
                    """),
            "v3", city("""
                    AXB city city
                    AXB east district parent=city chief=east-centre
                    """));
    private static final Instant NOW = Instant.parse("2026-06-08T00:00:00Z");

    private static final RequestContext SOMEBODY =
            new RequestContext(new Caller("desk", Set.of(CallerRole.OPERATOR), null, null, Set.of("*")), null);

    private final References references = mock();
    private final ResolveController controller = new ResolveController(references);

    private void oneCity() {
        when(references.now()).thenReturn(NOW);
        when(references.activations(any())).thenReturn(activations("v1 2026-06-01"));
        when(references.activations(ReferenceKind.GRID_SET))
                .thenReturn(activations("v1 2026-06-02", "v2 2026-06-05", "v3 2026-06-10"));
        when(references.await(any(), any(), any())).thenAnswer(call -> {
            Function<byte[], ?> parser = call.getArgument(2);
            TestCity version = requireNonNull(VERSIONS.get(call.<String>getArgument(1)));
            return parser.apply(version.reference(call.getArgument(0)));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-02T08:00:00+08:00,     v1, X, secretary",
        "2026-06-02T23:59:59+08:00,     v1, X, secretary",
        "2026-06-03T00:00:00+08:00,     v1, X, task-force",
        "2026-06-05T07:59:59.999+08:00, v1, X, task-force",
        "2026-06-05T08:00:00+08:00,     v2, X, east-centre",
        "2026-06-05T08:00:00+08:00,     v2, A, west-centre",
        ",                              v2, A, west-centre",
        "2026-06-10T07:59:00+08:00,     v2, A, west-centre",
        "2026-06-10T08:00:00+08:00,     v3, A, east-centre",
        "2036-01-01T00:00:00Z,          v3, A, east-centre",
    })
    void whoWouldHaveBeenAskedThen(@Nullable String at, String version, char letter, String unit) {
        oneCity();
        RoutingDecision decision = resolve(letter, at);
        assertThat(decision.gridSet()).isEqualTo(version);
        assertThat(decision.at())
                .isEqualTo(at == null ? NOW : OffsetDateTime.parse(at).toInstant());
        assertThat(decision.findLead(List.of()).orElseThrow().unit().value()).isEqualTo(unit);
    }

    @Test
    void beforeTheFirstBoundariesThereIsNoAnswer() {
        oneCity();
        var problem = catchThrowableOfType(ProblemException.class, () -> resolve('A', "2026-06-01T12:00:00Z"));
        assertThat(problem.errors())
                .containsExactly(new ProblemException.FieldError(
                        "?at", "lies before the first grid-set came into force, at 2026-06-02T00:00:00Z"));
        Document.inDocs("refusals.md").holds("resolve-before-the-first-boundaries", problem);
    }

    @Test
    void aCityThatNeverWasWholeIsNotReady() {
        when(references.now()).thenReturn(NOW);
        when(references.activations(any())).thenReturn(Activations.NONE);
        var problem = catchThrowableOfType(ProblemException.class, () -> resolve('A', null));
        assertThat(problem.type()).isEqualTo("city-not-ready");
    }

    /** A question as it is asked, {@code lon lat crs class building gridCode at}, with {@code -} for what is left out. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            resolve-no-place         | -       -  -     litter -           -    -
            resolve-half-a-point     | 113.65  -  WGS84 litter -           -    -
            resolve-without-system   | 113.65  34 -     litter -           -    -
            resolve-no-point-there   | 72.0065 40 GCJ02 litter -           -    -
            resolve-outside          | 113.65  34 WGS84 litter -           -    -
            resolve-unknown-building | -       -  -     litter europe-mall -    -
            resolve-unknown-cell     | -       -  -     litter -           zone 2026-06-05T08:00:00+08:00
            resolve-unknown-class    | 113.65  34 WGS84 tram   -           -    -
            resolve-at-no-moment     | 113.65  34 WGS84 litter -           -    yesterday
            """)
    void whatCannotBeAsked(String example, String question) {
        oneCity();
        var problem = catchThrowableOfType(ProblemException.class, () -> ask(question));
        assertThat(problem.status()).isEqualTo(422);
        Document.inDocs("refusals.md").holds(example, problem);
    }

    /** The zone was there until 5 June; who names an unknown building beside a point goes by the point, as a case does. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -       -     -     litter -           zone 2026-06-05T07:59:59+08:00 | task-force
            113.508 34.74 WGS84 litter europe-mall -    2026-06-05T08:00:00+08:00 | west-centre
            """)
    void whatThoseBoundariesHaveIsPlaceEnough(String question, String unit) {
        oneCity();
        assertThat(ask(question).findLead(List.of()).orElseThrow().unit().value())
                .isEqualTo(unit);
    }

    private RoutingDecision ask(String question) {
        String[] word = question.split(" +");
        return controller
                .resolve(
                        number(word[0]),
                        number(word[1]),
                        text(word[2]),
                        word[3],
                        text(word[4]),
                        null,
                        text(word[5]),
                        text(word[6]),
                        SOMEBODY)
                .blockOptional(Duration.ofSeconds(30))
                .orElseThrow();
    }

    private static @Nullable Double number(String word) {
        return word.equals("-") ? null : Double.valueOf(word);
    }

    private static @Nullable String text(String word) {
        return word.equals("-") ? null : word;
    }

    private RoutingDecision resolve(char letter, @Nullable String at) {
        var point = requireNonNull(VERSIONS.get("v1")).map().in(letter);
        return controller
                .resolve(point.lon(), point.lat(), "WGS84", "litter", null, null, null, at, SOMEBODY)
                .blockOptional(Duration.ofSeconds(30))
                .orElseThrow();
    }

    private static Activations activations(String... versions) {
        Activations all = Activations.NONE;
        for (String version : versions) {
            String[] words = version.split(" ");
            Instant from = Instant.parse(words[1] + "T00:00:00Z");
            all = all.with(new Activation(
                    new EventId(version.replace(' ', '.')), ReferenceKind.GRID_SET, words[0], from, false));
        }
        return all;
    }

    private static TestCity city(String cells) {
        return TestCity.of(DrawnCity.of("A X B", cells), UNITS, "litter nowhere owner west-centre");
    }
}
