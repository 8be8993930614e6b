package io.gridwhistle.escalation.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gridwhistle.escalation.board.SlaController.ClockAnswer;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.events.id.UnitCode;
import io.gridwhistle.log.web.Caller;
import io.gridwhistle.log.web.CallerRole;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.RequestContext;
import io.gridwhistle.servers.TestGround;
import io.r2dbc.spi.ConnectionFactories;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/**
 * The board of a city of 200,000 clocks, nine in ten of them answered long ago, on a real database.
 *
 * <p>Of three districts, forty desks and four hundred posts; a clock in ten of the open ones stands still.
 */
class SlaBoardIT {
    private static final int CLOCKS = 200_000;
    private static final String FILL = """
            insert into sla_board (case_id, clock, kind, order_id, class_code, district, unit, desk, state, level,
              due, started_at, warn_at, deadline, left_ms, suspended_until, warned_at, breached_at, stopped_at)
            select 'case' || i, 'handle', 'handle', 'case' || i || '-1', 'class-' || i %% 31, 'district-' || i %% 3,
              case when i %% 7 = 0 then 'post-' || i %% 400 else 'desk-' || i %% 40 end, 'desk-' || i %% 40,
              case when i %% 10 > 0 then case when i %% 20 = 1 then 'late' else 'answered' end
                   when i %% 100 = 0 then 'suspended' when i %% 100 < 30 then 'breached'
                   when i %% 100 < 60 then 'warned' else 'running' end,
              null, moment, moment - interval '2 hours', null,
              case when i %% 100 > 0 then moment end, case when i %% 100 = 0 then 5400000 end,
              case when i %% 100 = 0 then moment end, null,
              case when i %% 100 between 1 and 29 then moment end, case when i %% 10 > 0 then moment end
            from (select i, now() + (i - %1$d / 3) * interval '1 second' moment from generate_series(1, %1$d) i) clocks
            """.formatted(CLOCKS);

    private static DatabaseClient db;

    @BeforeAll
    static void fill() {
        TestGround ground = TestGround.get();
        ground.createDatabase("sla_board");
        Flyway.configure()
                .dataSource(ground.jdbcUrl("sla_board"), ground.user(), ground.password())
                .locations("classpath:db/escalation")
                .load()
                .migrate();
        db = DatabaseClient.create(ConnectionFactories.get("r2dbc:postgresql://%s:%s@%s/sla_board"
                .formatted(ground.user(), ground.password(), ground.databaseAddress())));
        db.sql(FILL).fetch().rowsUpdated().block();
        db.sql("analyze sla_board").fetch().rowsUpdated().block();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unit=desk-7",
                "unit=post-14",
                "state=suspended",
                "state=answered",
                "district=district-1",
                "district=district-1&state=warned,breached",
                "within=PT30M",
                "within=PT30M&unit=desk-7",
                "class=class-3",
                "case=case4711"
            })
    void aPageCostsWhatAPageHas(String question) {
        var operator = caller(CallerRole.OPERATOR, null, "*");
        assertThat(rowsRead(question, operator)).isLessThan(20_000);
        assertThat(rowsRead(question, caller(CallerRole.OPERATOR, null, "district-0", "district-2")))
                .isLessThan(20_000);
        assertThat(rowsRead(question, caller(CallerRole.UNIT, "desk-7"))).isLessThan(20_000);
    }

    /** Rows that any step of the plan has touched, kept or not. */
    private static long rowsRead(String question, Caller caller) {
        var query = SlaQuery.of(parameters(question), caller, Instant.now());
        return rows(plan(query.sql(), query.bindings()));
    }

    private static JsonNode plan(String sql, Map<String, Object> bindings) {
        String plan = Objects.requireNonNull(db.sql("explain (analyze, format json) " + sql)
                .bindValues(bindings)
                .map((row, meta) -> row.get(0, String.class))
                .one()
                .block());
        return Json.MAPPER.readTree(plan).get(0).get("Plan");
    }

    /** However many were answered. */
    @Test
    void countingOpenClocksLeavesTheAnsweredOnesAlone() {
        assertThat(plan(OpenClocks.OPEN, Map.of()).toString())
                .contains("sla_board_district_kind_state_idx")
                .doesNotContain("Seq Scan")
                .doesNotContain("Rows Removed by Filter");
        assertThat(plan(OpenClocks.DUE_SOON, Map.of()).toString()).doesNotContain("Seq Scan");
    }

    /** So that a chart tells none from not counted. */
    @Test
    void whereThereIsNoClockNoneIsCounted() {
        assertThat(count(OpenClocks.OPEN + " having coalesce(district, 'none') = 'none'"))
                .isEqualTo(4);
        assertThat(count(OpenClocks.DUE_SOON + " having coalesce(district, 'none') = 'none'"))
                .isEqualTo(1);
    }

    private static long count(String sql) {
        return Objects.requireNonNull(db.sql("select count(*) from (" + sql + ") counted")
                .map((row, meta) -> row.get(0, Long.class))
                .one()
                .block());
    }

    private static long rows(JsonNode step) {
        double loops = step.path("Actual Loops").asDouble();
        double sum = (step.path("Actual Rows").asDouble()
                        + step.path("Rows Removed by Filter").asDouble()
                        + step.path("Rows Removed by Index Recheck").asDouble())
                * loops;
        for (JsonNode below : step.path("Plans")) {
            sum += rows(below);
        }
        return (long) sum;
    }

    @Test
    void pagesListEveryOpenClockOnceByWhatIsDueFirst() {
        List<ClockAnswer> all = list("limit=500", caller(CallerRole.OPERATOR, null, "*"));
        assertThat(all).hasSize(CLOCKS / 10).isSortedAccordingTo((a, b) -> due(a).compareTo(due(b)));
        assertThat(new HashSet<>(all.stream().map(ClockAnswer::caseId).toList()))
                .hasSize(CLOCKS / 10);
        assertThat(all).extracting(ClockAnswer::state).containsOnly("running", "warned", "suspended", "breached");
    }

    private static Instant due(ClockAnswer clock) {
        return Objects.requireNonNull(clock.deadline() != null ? clock.deadline() : clock.suspendedUntil());
    }

    @Test
    void aClockSaysHowMuchTimeItHasLeft() {
        assertThat(list("state=suspended&limit=500", caller(CallerRole.OPERATOR, null, "*")))
                .hasSize(CLOCKS / 100)
                .allSatisfy(clock -> {
                    assertThat(clock.left()).isEqualTo(Duration.ofMinutes(90));
                    assertThat(clock.suspendedUntil()).isNotNull();
                    assertThat(clock.deadline()).isNull();
                });
        assertThat(list("state=breached&district=district-2&limit=500", caller(CallerRole.OPERATOR, null, "*")))
                .isNotEmpty()
                .anySatisfy(clock -> assertThat(clock.left()).isNegative());
        assertThat(list("within=PT10M&limit=500", caller(CallerRole.OPERATOR, null, "*")))
                .isNotEmpty()
                .allSatisfy(clock -> {
                    assertThat(clock.state()).isIn("running", "warned");
                    assertThat(clock.left()).isLessThanOrEqualTo(Duration.ofMinutes(10));
                });
    }

    @Test
    void whoAsksSeesHisOwn() {
        assertThat(list("limit=500", caller(CallerRole.OPERATOR, null, "district-0", "district-2")))
                .hasSize(CLOCKS / 10 * 2 / 3)
                .allSatisfy(clock -> assertThat(clock.district()).isIn("district-0", "district-2"));
        assertThat(list("limit=500", caller(CallerRole.UNIT, "desk-10")))
                .isNotEmpty()
                .allSatisfy(clock -> assertThat(clock.desk()).isEqualTo("desk-10"))
                .anySatisfy(clock -> assertThat(clock.unit()).startsWith("post-"));
        assertThat(list("unit=post-210&limit=500", caller(CallerRole.UNIT, "desk-10")))
                .isNotEmpty()
                .allSatisfy(clock -> assertThat(clock.unit()).isEqualTo("post-210"));
        assertThat(list("unit=desk-20", caller(CallerRole.UNIT, "desk-10"))).isEmpty();
        assertThat(list("", caller(CallerRole.UNIT, null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=late-ish",
                "within=tomorrow",
                "within=-PT5M",
                "limit=0",
                "limit=501",
                "after=x",
                "colour=red"
            })
    void whatIsNoQuestionIsSaidToBeNone(String question) {
        String name = "?" + question.split("=")[0];
        assertThatThrownBy(() -> list(question, caller(CallerRole.OPERATOR, null, "*")))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.status()).isEqualTo(422);
                    assertThat(e.errors())
                            .singleElement()
                            .satisfies(it -> assertThat(it.pointer()).isEqualTo(name));
                });
    }

    private static List<ClockAnswer> list(String question, Caller caller) {
        var controller = new SlaController(db);
        var all = new ArrayList<ClockAnswer>();
        String next = null;
        do {
            var parameters = parameters(question);
            if (next != null) {
                parameters.set("after", next);
            }
            var page = Objects.requireNonNull(controller
                    .list(parameters, new RequestContext(caller, null))
                    .block());
            all.addAll(page.clocks());
            next = page.next();
        } while (next != null);
        return all;
    }

    private static MultiValueMap<String, String> parameters(String question) {
        var parameters = new LinkedMultiValueMap<String, String>();
        for (String part : question.isEmpty() ? new String[0] : question.split("&")) {
            parameters.add(part.split("=")[0], part.split("=")[1]);
        }
        return parameters;
    }

    private static Caller caller(CallerRole role, @Nullable String unit, String... districts) {
        return new Caller(
                "somebody",
                Set.of(role),
                role == CallerRole.PLATFORM ? new PlatformId("demo") : null,
                unit == null ? null : new UnitCode(unit),
                Set.of(districts));
    }
}
