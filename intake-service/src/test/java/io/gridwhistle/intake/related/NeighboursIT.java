package io.gridwhistle.intake.related;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.Related;
import io.gridwhistle.city.geo.Point;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.intake.related.Choice.Asked;
import io.gridwhistle.intake.related.Choice.Candidate;
import io.gridwhistle.servers.TestGround;
import io.r2dbc.spi.ConnectionFactories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** A register of 20,000 cases in a city of some 11 by 11 km, on a real database. */
class NeighboursIT {
    private static final int CASES = 20_000;
    private static final ClassCode PIPE = new ClassCode("water-pipe-burst");
    private static final ClassCode NOISE = new ClassCode("noise-quarrel");
    private static final Map<ClassCode, Related> THRESHOLDS = Map.of(
            PIPE, new Related(300, Duration.ofHours(4)),
            NOISE, new Related(150, Duration.ofHours(1)));

    private record Registered(
            String classCode, Sighting sighting, int followers, boolean followable, boolean linkable) {}

    private static final List<Registered> REGISTER = new ArrayList<>();

    private static final DatabaseClient DB = database();

    private static DatabaseClient database() {
        var ground = TestGround.get();
        ground.createDatabase("neighbours");
        return DatabaseClient.create(ConnectionFactories.get("r2dbc:postgresql://%s:%s@%s/neighbours"
                .formatted(ground.user(), ground.password(), ground.databaseAddress())));
    }

    @BeforeAll
    static void fill() {
        var ground = TestGround.get();
        var random = new Random(20_251_120);
        for (int i = 0; i < CASES; i++) {
            REGISTER.add(registered(i, random));
        }
        try (var connection = DriverManager.getConnection(ground.jdbcUrl("neighbours"));
                var statement = connection.createStatement();
                var migration = NeighboursIT.class.getResourceAsStream("/db/intake/V1__register.sql")) {
            statement.execute(new String(Objects.requireNonNull(migration).readAllBytes(), StandardCharsets.UTF_8));
            try (var insert = connection.prepareStatement("""
                    insert into case_register (case_id, platform, external_id, channel, class_code, status, title,
                      description, units, reported_at, updated_at, lon, lat, building, floor, accepted_at, followers,
                      followable, linkable, since)
                    values (?, 'p', ?, 'c', ?, 'accepted', '', '', '{}', ?, now(), ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)) {
                for (Registered it : REGISTER) {
                    var point = it.sighting().point();
                    insert.setString(1, it.sighting().id().value());
                    insert.setString(2, it.sighting().id().value());
                    insert.setString(3, it.classCode());
                    insert.setTimestamp(4, Timestamp.from(it.sighting().reportedAt()));
                    insert.setObject(5, point == null ? null : point.lon());
                    insert.setObject(6, point == null ? null : point.lat());
                    insert.setString(7, it.sighting().building());
                    insert.setString(8, it.sighting().floor());
                    insert.setTimestamp(9, Timestamp.from(it.sighting().acceptedAt()));
                    insert.setInt(10, it.followers());
                    insert.setBoolean(11, it.followable());
                    insert.setBoolean(12, it.linkable());
                    insert.setString(13, it.sighting().since().value());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            statement.execute("analyze case_register");
        } catch (SQLException e) {
            throw new IllegalStateException("the register cannot be filled", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Registered registered(int number, Random random) {
        boolean inside = random.nextInt(10) == 0;
        @Nullable
        Point point = inside && random.nextBoolean()
                ? null
                : new Point(113.6 + random.nextInt(1_200) * 1e-4, 34.7 + random.nextInt(1_000) * 1e-4);
        Instant at = Instant.parse("2025-11-20T00:00:00Z").plusSeconds(random.nextInt(86_400));
        return new Registered(
                random.nextBoolean() ? PIPE.value() : random.nextBoolean() ? NOISE.value() : "consumer-complaint",
                new Sighting(
                        new CaseId("%026d".formatted(number)),
                        point,
                        inside ? "mall-" + random.nextInt(3) : null,
                        inside && random.nextBoolean() ? "" + random.nextInt(6) : null,
                        at,
                        at.plusSeconds(random.nextInt(600)),
                        EventId.of(new CaseId("%026d".formatted(number)), "seen", random.nextInt(3))),
                random.nextInt(50) == 0 ? 499 : 0,
                random.nextInt(4) > 0,
                random.nextInt(4) > 0);
    }

    @Test
    void whatTheRegisterFindsLeadsToTheSameChoiceAsLookingAtEveryCase() {
        var random = new Random(4);
        int links = 0;
        for (int batch = 0; batch < 40; batch++) {
            List<Registered> asked =
                    random.ints(25, 0, CASES).distinct().mapToObj(REGISTER::get).toList();
            Map<ClassCode, List<Asked>> found = find(asked);
            for (ClassCode classCode : List.of(PIPE, NOISE)) {
                var chosen = choose(found.getOrDefault(classCode, List.of()), classCode);
                assertThat(chosen)
                        .as("batch %d, %s", batch, classCode)
                        .isEqualTo(choose(everyCase(asked, classCode), classCode));
                links += chosen.size();
            }
        }
        assertThat(links).as("some are related at all").isGreaterThan(100);
    }

    /** One of the malls is none that the city has. */
    private static List<Choice.Link> choose(List<Asked> asked, ClassCode classCode) {
        return Choice.among(
                asked.stream()
                        .map(it -> it.among(name -> !name.equals("mall-2")))
                        .toList(),
                related(classCode));
    }

    @Test
    void aClassWithoutThresholdsIsNotLookedAt() {
        assertThat(find(REGISTER.subList(0, 500))).containsOnlyKeys(PIPE, NOISE);
    }

    @Test
    void itGoesByItsIndices() {
        String plan = String.join(
                "\n",
                Objects.requireNonNull(bind("explain " + Neighbours.FIND, REGISTER.subList(0, 500))
                        .map((row, meta) -> String.valueOf(row.get(0)))
                        .all()
                        .collectList()
                        .block()));

        assertThat(plan).contains("case_register_near", "case_register_indoors", "case_register_pkey");
        assertThat(plan).doesNotContain("Seq Scan on case_register");
    }

    private static Map<ClassCode, List<Asked>> find(List<Registered> asked) {
        return Objects.requireNonNull(
                new Neighbours(DB).find(ids(asked), THRESHOLDS).block());
    }

    private static DatabaseClient.GenericExecuteSpec bind(String sql, List<Registered> asked) {
        return Neighbours.bind(DB.sql(sql), ids(asked), THRESHOLDS);
    }

    private static List<String> ids(List<Registered> asked) {
        return asked.stream().map(it -> it.sighting().id().value()).toList();
    }

    private static List<Asked> everyCase(List<Registered> asked, ClassCode classCode) {
        List<Candidate> all = REGISTER.stream()
                .filter(it -> it.followable() && it.classCode().equals(classCode.value()))
                .map(it -> new Candidate(it.sighting(), it.followers()))
                .toList();
        return asked.stream()
                .filter(it -> it.linkable() && it.classCode().equals(classCode.value()))
                .map(it -> new Asked(it.sighting(), all))
                .toList();
    }

    private static Related related(ClassCode classCode) {
        return Objects.requireNonNull(THRESHOLDS.get(classCode));
    }
}
