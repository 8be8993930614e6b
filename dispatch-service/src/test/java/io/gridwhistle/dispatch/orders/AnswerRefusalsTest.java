package io.gridwhistle.dispatch.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.gridwhistle.city.grid.DrawnCity;
import io.gridwhistle.dispatch.TestCity;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.LogEvent;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.events.id.UnitCode;
import io.gridwhistle.log.CaseLog;
import io.gridwhistle.log.reference.HeldReferences;
import io.gridwhistle.log.web.Caller;
import io.gridwhistle.log.web.CallerRole;
import io.gridwhistle.log.web.Document;
import io.gridwhistle.log.web.TestDoor;
import io.gridwhistle.log.web.TestDoor.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentMatchers;
import reactor.core.publisher.Mono;

/** What a unit is told whose answer cannot be taken, and a centre whose decision cannot: a zone lies across west and east. */
class AnswerRefusalsTest {
    private static final Document PAGE = Document.inDocs("refusals.md");
    private static final TestCity CITY = TestCity.of(DrawnCity.of("A X Y B C", """
            AXYBC city  city     chief=city-centre
            AX    west  district parent=city chief=west-centre
            YB    east  district parent=city chief=east-centre
            C     north district parent=city chief=north-centre
            XY    zone  l1       parent=city mode=override lead=task-force
            """), """
            city-centre  city  city-centre
            inspection   city  department
            task-force   city  task-force
            west-centre  west  district-centre
            cleaning     west  department
            east-centre  east  district-centre
            sweeping     east  department
            north-centre north district-centre
            mowing       north department
            """, "litter * owner cleaning");
    private static final String CASE =
            CaseId.of(new PlatformId("zhenghaopai"), "case").value();

    private final HeldReferences held = new HeldReferences();
    private final CaseBook cases = mock();
    private final OrderBook orders = mock();
    private final CaseLog log = mock();

    @BeforeEach
    void aCityIsInForce() {
        held.put(ReferenceKind.CITY, CITY.reference(ReferenceKind.CITY));
        held.put(ReferenceKind.UNITS, CITY.reference(ReferenceKind.UNITS));
        when(log.source()).thenReturn("/dispatch");
        when(log.append(ArgumentMatchers.<EventEnvelope<LogEvent>>any())).thenReturn(Mono.empty());
    }

    /** An order's role and status, an answer to it, and what it is refused as. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            return-without-reason   | lead issued            | return          | {"note": "not ours"}            | 422
            return-unknown-reason   | lead issued            | return          | {"reasonCode": "no-time"}       | 422
            return-of-first         | first-receiver issued  | return          | {"reasonCode": "wrong-place"}   | 409
            return-of-city-centre   | lead issued            | return          | {"reasonCode": "wrong-place"}   | 409
            return-twice            | lead returned          | return          | {"reasonCode": "wrong-place"}   | 409
            acknowledge-withdrawn   | lead withdrawn         | acknowledgement | {}                              | 409
            feedback-without-result | lead acknowledged      | feedback        | {}                              | 422
            feedback-of-verifier    | verifier issued        | feedback        | {"result": "clean"}             | 409
            feedback-of-first       | first-receiver issued  | feedback        | {"result": "clean"}             | 409
            """)
    void answersThatCannotBeTaken(String name, String order, String answer, String body, int status) {
        String[] word = order.split(" ");
        boolean returnable = !name.equals("return-of-city-centre") && !word[0].equals("first-receiver");
        when(orders.find(any(), any(), any())).thenReturn(Mono.just(order(word[0], word[1], returnable)));
        refused(
                name,
                status,
                door("cleaning").send("POST", "/api/v1/orders/%s-1/%s".formatted(CASE, answer), utf8(body)));
    }

    /** Who decides, about a case on which ground that went which way, how, and what it is refused as. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            decide-without-lead   | *           | A accepted         | {"reason": "agreed"}                                             | 422
            decide-unknown-unit   | *           | A accepted         | {"reason": "agreed", "lead": "painting"}                         | 422
            decide-twice-named    | *           | A accepted         | {"reason": "agreed", "lead": "cleaning", "coHandlers": ["cleaning"]} | 422
            decide-beyond-reach   | west        | A accepted         | {"reason": "agreed", "lead": "sweeping"}                         | 422
            decide-beyond-zone    | task-force  | X accepted         | {"reason": "agreed", "lead": "mowing"}                           | 422
            decide-no-centre      | cleaning    | A accepted         | {"reason": "agreed", "lead": "cleaning"}                         | 404
            decide-across         | west        | X accepted         | {"reason": "agreed", "lead": "cleaning"}                         | 404
            decide-other-district | east-centre | A accepted         | {"reason": "agreed", "lead": "sweeping"}                         | 404
            decide-solved         | *           | A accepted, solved | {"reason": "agreed", "lead": "cleaning"}                         | 409
            decide-without-reason | *           | A accepted         | {"lead": "cleaning"}                                             | 422
            decide-too-many       | *           | A accepted         | {"reason": "agreed", "lead": "cleaning", "coHandlers": ["1","2","3","4","5","6","7","8","9","10","11","12","13","14","15","16","17","18","19","20","21"]} | 422
            consult-without-reason | *          | A accepted         | {"invited": ["cleaning"]}                                        | 422
            consult-unknown-unit  | *           | A accepted         | {"reason": "disputed", "invited": ["painting"]}                  | 422
            consult-beyond-reach  | west        | A accepted         | {"reason": "disputed", "invited": ["sweeping"]}                  | 422
            consult-no-centre     | cleaning    | A accepted         | {"reason": "disputed"}                                           | 404
            consult-solved        | *           | A accepted, solved | {"reason": "disputed"}                                           | 409
            """)
    void decisionsThatCannotBeTaken(String name, String who, String way, String body, int status) {
        refused(name, status, decide(who, way, name.startsWith("consult") ? "consultation" : "redispatch", body));
    }

    /** The zone's task force orders units of all districts that it lies in (派单制); the city's centre orders any. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            task-force  | X | sweeping cleaning inspection
            city-centre | A | sweeping cleaning mowing
            west-centre | A | cleaning inspection
            *           | A | mowing cleaning
            west        | A | cleaning inspection
            """)
    void whoMayOrderWhom(String who, String ground, String units) {
        for (String unit : units.split(" ")) {
            Answer answer = decide(
                    who,
                    ground + " accepted",
                    "redispatch",
                    "{\"reason\": \"agreed\", \"lead\": \"%s\"}".formatted(unit));
            assertThat(answer.status())
                    .as("%s names %s: %s", who, unit, answer.body())
                    .isEqualTo(202);
        }
    }

    private Answer decide(String who, String way, String what, String body) {
        when(cases.find(any(), any())).thenReturn(Mono.just(new BookedWay("case", Map.of("v1", CITY)).go(way)));
        return door(who).send("POST", "/api/v1/cases/%s/%s".formatted(CASE, what), utf8(body));
    }

    private static void refused(String name, int status, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        PAGE.holds(name, answer.toMarkdown());
    }

    /** A desk of the city ({@code *}) or of a district, or a unit. */
    private TestDoor door(String who) {
        boolean isUnit =
                CITY.units().stream().anyMatch(unit -> unit.code().value().equals(who));
        var caller = isUnit
                ? new Caller(who, Set.of(CallerRole.UNIT), null, new UnitCode(who), Set.of())
                : new Caller(who, Set.of(CallerRole.OPERATOR), null, null, Set.of(who));
        return TestDoor.as(
                caller,
                List.of(
                        new RedispatchController(cases, held.references(), log),
                        new OrderController(orders, held.references(), log)));
    }

    private static OrderAnswer order(String role, String status, boolean returnable) {
        return new OrderAnswer(
                new OrderId(CASE + "-1").value(),
                CASE,
                role,
                "cleaning",
                "cleaning",
                "west",
                status,
                false,
                returnable,
                false,
                "litter",
                "accepted",
                null,
                null,
                null,
                null,
                null,
                List.of(),
                Json.MAPPER.createObjectNode(),
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null,
                Map.of());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
