package io.gridwhistle.dispatch.orders;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.gridwhistle.city.grid.DrawnCity;
import io.gridwhistle.dispatch.TestCity;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.CaseId;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.LinkedMultiValueMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** X is the west's, and would be the east's; a case is a letter and what happened, see {@link BookedWay}. */
class MovesControllerTest {
    private static final String UNITS = """
            west-centre west district-centre
            east-centre east district-centre
            cleaning    west department
            """;
    private static final String MATRIX = "litter west owner cleaning";
    private static final TestCity FIRST = city("""
            AXB city city
            AX  west district parent=city chief=west-centre
            B   east district parent=city chief=east-centre
            AX  a    micro    parent=west chief=a-chief
            B   b    micro    parent=east chief=b-chief
            """);
    private static final TestCity SECOND = city("""
            AXB city city
            A   west district parent=city chief=west-centre
            XB  east district parent=city chief=east-centre
            A   a    micro    parent=west chief=a-chief
            XB  b    micro    parent=east chief=b-chief
            """);
    private static final Map<String, TestCity> VERSIONS = Map.of("v1", FIRST, "v2", SECOND);

    private final CaseBook book = mock();
    private final References references = mock();
    private final MovesController controller = new MovesController(book, references);
    private final List<CaseBook.Entry> open = new ArrayList<>();

    @BeforeEach
    void theFirstVersionIsInForce() {
        when(references.now()).thenReturn(Instant.EPOCH);
        when(references.activations(any()))
                .thenReturn(Activations.NONE.with(
                        new Activation(new EventId("first"), ReferenceKind.GRID_SET, "v1", Instant.EPOCH, false)));
        when(references.get(ReferenceKind.GRID_SET, "v9")).thenThrow(ProblemException.notFound("no v9"));
        when(references.await(any(), any(), any())).thenAnswer(call -> {
            Function<byte[], ?> parser = call.getArgument(2);
            return parser.apply(
                    requireNonNull(VERSIONS.get(call.<String>getArgument(1))).reference(call.getArgument(0)));
        });
        when(book.listUnsolved(any(), anyInt()))
                .thenAnswer(call -> Flux.fromStream(open.stream()
                        .filter(entry -> entry.id().value().compareTo(call.getArgument(0)) > 0)
                        .limit(call.<Integer>getArgument(1))));
    }

    @Test
    void onlyWhatIsOnGroundThatChangesHandsMoves() {
        open("A accepted");
        CaseId id = open("X accepted");

        var page = moves("v2", "");

        assertThat(page.lookedAt()).isEqualTo(2);
        assertThat(page.next()).isNull();
        assertThat(page.moves()).singleElement().satisfies(move -> {
            assertThat(move.id()).isEqualTo(id);
            assertThat(words(move.from())).isEqualTo("[city, west, a] a-chief at west-centre");
            assertThat(words(move.to())).isEqualTo("[city, east, b] b-chief at east-centre");
        });
        assertThat(moves("v1", "").moves()).as("in force already").isEmpty();
    }

    @Test
    void whereverTheCaseHasGoneItMovesFromThere() {
        open("X accepted, returned");
        assertThat(moves("v2", "").moves())
                .extracting(move -> words(move.from()))
                .containsExactly("[city, west, a] cleaning at cleaning");
    }

    @Test
    void whatPeopleHavePlacedOrTalkAboutStays() {
        open("X accepted, decided");
        open("X accepted, decided, returned");
        open("X accepted, consultation");
        assertThat(moves("v2", "").moves()).isEmpty();
        assertThat(moves("v2", "").lookedAt()).isEqualTo(3);
    }

    @Test
    void untilItIsReopened() {
        open("X accepted, decided, solved, reopened");
        assertThat(moves("v2", "").moves()).hasSize(1);
    }

    @Test
    void whoSaidThatItWasNotHisIsNotAskedAgain() {
        open("X accepted, returned, moved v2");
        assertThat(moves("v1", "").moves())
                .extracting(move -> words(move.to()))
                .containsExactly("[city, west, a] cleaning at cleaning");
        open.clear();
        open("X accepted, moved v2");
        assertThat(moves("v1", "").moves())
                .extracting(move -> words(move.to()))
                .containsExactly("[city, west, a] a-chief at west-centre");
    }

    @Test
    void whoFollowsAnotherCaseStaysWithItUntilItIsSplitOff() {
        open("X accepted, linked");
        assertThat(moves("v2", "").moves()).isEmpty();
        open.clear();
        open("X accepted, linked, split");
        assertThat(moves("v2", "").moves())
                .extracting(move -> words(move.to()))
                .containsExactly("[city, east, b] b-chief at east-centre");
    }

    @Test
    void whatIsNotDispatchedYetIsNotSaid() {
        open("X reported");
        assertThat(moves("v2", "").moves()).isEmpty();
    }

    @Test
    void itIsReadPageByPage() {
        for (int i = 0; i < 5; i++) {
            open(i == 2 ? "A accepted" : "X accepted");
        }
        var first = moves("v2", "limit=2");
        assertThat(first.moves()).hasSize(2);
        var second = moves("v2", "limit=2&after=" + first.next());
        assertThat(second.moves()).hasSize(2);
        assertThat(second.lookedAt()).isEqualTo(3);
        assertThat(second.next()).isNull();
    }

    @Test
    void onePageLooksAtSoManyAndNoMore() {
        for (int i = 0; i < 1_001; i++) {
            open("A reported");
        }
        var first = moves("v2", "");
        assertThat(first.lookedAt()).isEqualTo(1_000);
        assertThat(first.moves()).isEmpty();
        var second = moves("v2", "after=" + first.next());
        assertThat(second.lookedAt()).isEqualTo(1);
        assertThat(second.next()).isNull();
    }

    @Test
    void onlyForTheWholeCityAndOnlyForVersionsThereAre() {
        assertThatThrownBy(() -> controller.list("v2", parameters(""), caller("410103")))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.status()).isEqualTo(403));
        assertThatThrownBy(() -> moves("v9", ""))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.status()).isEqualTo(404));
        assertThatThrownBy(() -> moves("v2", "limit=0"))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.status()).isEqualTo(422));
    }

    /** A page is a thousand cases in memory and as many routings, and a reader of pages asks for many. */
    @Test
    @Timeout(60)
    void onePageAtATimeIsMadeAndFewWait() throws InterruptedException {
        CaseId id = open("X accepted");
        var asked = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        when(book.listUnsolved(any(), anyInt())).thenAnswer(call -> {
            asked.countDown();
            mayEnd.await();
            return Flux.fromIterable(open);
        });
        var pages = new ArrayList<CompletableFuture<MovesController.Page>>();
        pages.add(page().toFuture());
        asked.await();
        for (int i = 0; i < MovesController.MOST_WAITING; i++) {
            pages.add(page().toFuture());
        }

        var refused = catchThrowableOfType(ProblemException.class, () -> moves("v2", ""));
        Document.inDocs("refusals.md").holds("moves-busy", refused);
        verify(book).listUnsolved(any(), anyInt());

        mayEnd.countDown();
        assertThat(pages)
                .allSatisfy(page -> assertThat(page)
                        .succeedsWithin(Duration.ofSeconds(30))
                        .satisfies(it -> assertThat(it.moves())
                                .extracting(MovesController.Move::id)
                                .containsExactly(id)));
    }

    private Mono<MovesController.Page> page() {
        return controller.list("v2", parameters(""), caller("*"));
    }

    private CaseId open(String words) {
        var way = new BookedWay("case-%04d".formatted(open.size()), VERSIONS);
        open.add(new CaseBook.Entry(way.id(), way.go(words)));
        open.sort((one, other) -> one.id().value().compareTo(other.id().value()));
        return way.id();
    }

    private MovesController.Page moves(String version, String query) {
        return controller
                .list(version, parameters(query), caller("*"))
                .blockOptional(Duration.ofSeconds(30))
                .orElseThrow();
    }

    private static LinkedMultiValueMap<String, String> parameters(String query) {
        var parameters = new LinkedMultiValueMap<String, String>();
        for (String parameter : query.isEmpty() ? new String[0] : query.split("&")) {
            String[] words = parameter.split("=");
            parameters.add(words[0], words[1]);
        }
        return parameters;
    }

    private static RequestContext caller(String district) {
        return new RequestContext(new Caller("desk", Set.of(CallerRole.OPERATOR), null, null, Set.of(district)), null);
    }

    private static String words(MovesController.@Nullable Seat seat) {
        return seat == null ? "nowhere" : "%s %s at %s".formatted(seat.cells(), seat.unit(), seat.desk());
    }

    private static TestCity city(String cells) {
        return TestCity.of(DrawnCity.of("A X B", cells), UNITS, MATRIX);
    }
}
