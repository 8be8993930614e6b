package io.gridwhistle.intake.related;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.Acceptance;
import io.gridwhistle.events.Actor;
import io.gridwhistle.events.ActorKind;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.Crs;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.IntakeEvent.CaseAccepted;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.IntakeEvent.CaseUnlinked;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.ChannelCode;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.intake.IntakeService;
import io.gridwhistle.log.CaseLog;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.servers.TestGround;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Intake alone on a real broker and a real database: what it links, and that nothing of it is lost or done twice. */
class LinkerIT {
    private static final Actor SOMEBODY = Actor.system("test");
    private static final byte[] CITY = """
            {"code": "c", "name": "C", "timeZone": "UTC", "synthetic": true, "levels": ["city", "district"],
             "districts": [], "channels": [], "classes": [
              {"code": "pipe", "name": "pipe", "kind": "component", "acceptance": "automatic",
               "related": {"metres": 50, "within": "PT2H"}},
              {"code": "complaint", "name": "complaint", "kind": "event", "acceptance": "automatic"}]}
            """.getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path state;

    private static final TestGround GROUND = TestGround.start();
    private static final List<ConfigurableApplicationContext> INTAKE = new ArrayList<>();

    @BeforeAll
    static void start() {
        GROUND.createDatabase("linker");
        startIntake();
        bean(References.class)
                .publishAndActivate(ReferenceKind.CITY, CITY, SOMEBODY)
                .block(Duration.ofSeconds(30));
    }

    @AfterAll
    static void stop() {
        INTAKE.forEach(ConfigurableApplicationContext::close);
        GROUND.close();
    }

    private static void startIntake() {
        INTAKE.add(IntakeService.application()
                .run(
                        "--server.port=0",
                        "--gridwhistle.caller-secret=" + "s".repeat(64),
                        "--spring.kafka.bootstrap-servers=" + GROUND.bootstrapServers(),
                        "--spring.r2dbc.url=r2dbc:postgresql://%s/linker?schema=intake"
                                .formatted(GROUND.databaseAddress()),
                        "--spring.r2dbc.username=" + GROUND.user(),
                        "--spring.r2dbc.password=" + GROUND.password(),
                        "--spring.flyway.url=jdbc:postgresql://%s/linker".formatted(GROUND.databaseAddress()),
                        "--gridwhistle.log.partitions=4",
                        "--gridwhistle.log.replicas=1",
                        "--gridwhistle.log.min-in-sync=1",
                        "--gridwhistle.log.state-folder=" + state));
    }

    private static <T> T bean(Class<T> type) {
        return INTAKE.getLast().getBean(type);
    }

    @Test
    void theLaterReportsFollowTheFirst() {
        CaseId first = report("near-0", "pipe", 0);
        CaseId second = report("near-1", "pipe", 20);
        CaseId third = report("near-2", "pipe", -30);
        CaseId far = report("near-3", "pipe", 300);
        CaseId other = report("near-4", "complaint", 0);

        awaitFollowers(first, 2);
        assertThat(follows(second)).isEqualTo(first.value());
        assertThat(follows(third)).isEqualTo(first.value());
        assertThat(rows("select case_id from intake.case_register where follows is null and external_id like 'near-%'"))
                .containsExactlyInAnyOrder(first.value(), far.value(), other.value());
        assertThat(rows("select data->>'reason' from intake.case_timeline where name = 'case-linked' and case_id = '%s'"
                        .formatted(second)))
                .singleElement()
                .asString()
                .startsWith("20 m apart");
        assertThat(rows("select data->>'asOf' from intake.case_timeline where name = 'case-linked' and case_id = '%s'"
                        .formatted(second)))
                .as("it follows the first as it was reported")
                .containsExactly(EventId.of(first, "reported").value());
    }

    @Test
    void whatADeskHasSplitStaysSplitWhateverIsReadAgain() {
        CaseId first = report("split-0", "pipe", 5_000);
        CaseId second = report("split-1", "pipe", 5_000);
        awaitFollowers(first, 1);
        append(
                second,
                "split",
                new CaseUnlinked(first, null, "another pipe", new Actor(ActorKind.OPERATOR, "desk", null)));
        await(() -> rows("select status from intake.case_register where case_id = '%s'".formatted(second)), "accepted");

        // The acceptance stands in the log once more, and behind it a case to wait for.
        append(second, "accepted-again", new CaseAccepted(Acceptance.DESK, null, null, SOMEBODY));
        CaseId third = report("split-2", "pipe", 5_000);
        awaitFollowers(first, 1);

        assertThat(follows(third)).isEqualTo(first.value());
        assertThat(links(second)).containsExactly("valid");
    }

    @Test
    void fourHundredReportsAtOnceAreOneCaseAndNoneIsLinkedTwice() {
        IntStream.range(0, 400).parallel().forEach(i -> report("burst-" + i, "pipe", 10_000 + i % 40));

        await(
                () -> rows("select count(*)::text from intake.case_register"
                        + " where external_id like 'burst-%' and follows is not null"),
                "399");
        assertThat(rows("select distinct follows from intake.case_register where external_id like 'burst-%'"))
                .as("one first, which itself follows nobody")
                .hasSize(2)
                .containsNull();
        assertThat(rows("""
                        select case_id from intake.case_timeline t join intake.case_register r using (case_id)
                        where name = 'case-linked' and external_id like 'burst-%' group by 1 having count(*) > 1
                        """)).isEmpty();
        assertThat(rows("""
                        select t.effect from intake.case_timeline t join intake.case_register r using (case_id)
                        where name = 'case-linked' and external_id like 'burst-%' and t.effect <> 'valid'
                        """)).isEmpty();
    }

    @Test
    void whileTheDatabaseIsAwayOrIntakeIsDownNothingIsLost() {
        CaseId first = report("away-0", "pipe", 20_000);
        awaitRegistered(first);
        GROUND.takeDatabaseAway();
        CaseId second = report("away-1", "pipe", 20_010);
        GROUND.bringDatabaseBack();
        awaitFollowers(first, 1);
        assertThat(follows(second)).isEqualTo(first.value());

        INTAKE.removeLast().close();
        startIntake();
        CaseId third = report("away-2", "pipe", 20_020);
        awaitFollowers(first, 2);

        assertThat(links(second)).containsExactly("valid");
        assertThat(links(third)).containsExactly("valid");
    }

    private static CaseId report(String externalId, String classCode, double metres) {
        CaseId id = CaseId.of(new PlatformId("p"), externalId);
        append(
                id,
                "reported",
                new CaseReported(
                        new PlatformId("p"),
                        externalId,
                        new ChannelCode("snapshot"),
                        new ClassCode(classCode),
                        null,
                        "",
                        "",
                        new ReportedPlace(Crs.WGS84, 113.7, 34 + metres / 111_195, null, null, null, null),
                        null,
                        Instant.EPOCH,
                        List.of(),
                        SOMEBODY));
        append(id, "accepted", new CaseAccepted(Acceptance.DESK, null, null, SOMEBODY));
        return id;
    }

    private static void append(CaseId id, String name, CaseEvent event) {
        bean(CaseLog.class)
                .append(new EventEnvelope<>(EventId.of(id, name), id, "/test", Instant.now(), null, event))
                .block(Duration.ofSeconds(30));
    }

    private static String follows(CaseId id) {
        return rows("select follows from intake.case_register where case_id = '%s'".formatted(id))
                .getFirst();
    }

    /** What became of each {@code case-linked} of a case. */
    private static List<String> links(CaseId id) {
        return rows(
                "select effect from intake.case_timeline where name = 'case-linked' and case_id = '%s'".formatted(id));
    }

    private static void awaitRegistered(CaseId id) {
        await(() -> rows("select status from intake.case_register where case_id = '%s'".formatted(id)), "accepted");
    }

    private static void awaitFollowers(CaseId first, int followers) {
        await(
                () -> rows("select count(*)::text from intake.case_register where follows = '%s'".formatted(first)),
                Integer.toString(followers));
    }

    private static void await(Callable<List<String>> look, String expected) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(look, rows -> rows.equals(List.of(expected)));
    }

    private static List<String> rows(String query) {
        try (var connection = DriverManager.getConnection(GROUND.jdbcUrl("linker"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
