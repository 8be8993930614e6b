package io.gridwhistle.evaluation.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.UnitCode;
import io.gridwhistle.log.view.FoldingView.Changed;
import io.gridwhistle.log.web.Caller;
import io.gridwhistle.log.web.CallerRole;
import io.gridwhistle.log.web.RequestContext;
import io.gridwhistle.servers.TestGround;
import io.r2dbc.spi.ConnectionFactories;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** The indices over a score book in a real database. */
class IndexControllerIT {
    private static final Caller CITY = new Caller("city", Set.of(CallerRole.OPERATOR), null, null, Set.of("*"));

    private static IndexController indices;

    /** Two cases: one that three units return, of which the second has it in the end; one that is solved on time. */
    @BeforeAll
    static void score() {
        DatabaseClient db = database();
        new ScoreBookView(db)
                .write(List.of(changed("returned", """
                                08:00 | reported
                                08:00 | accepted
                                08:00 | dispatched #1 lead accepted police
                                08:10 | returned #1
                                08:11 | dispatched #2 lead returned street
                                08:20 | returned #2
                                08:21 | dispatched #3 lead consultation centre
                                08:30 | returned #3
                                08:40 | dispatched #4 lead decided street
                                """), changed("solved", """
                                09:00 | reported
                                09:00 | accepted
                                09:00 | dispatched #1 lead accepted street
                                09:10 | fed-back #1
                                """)))
                .block(Duration.ofMinutes(1));
        indices = new IndexController(db);
    }

    @Test
    void everyUnitIsChargedWithItsOwnReturns() {
        var groups = read("unit", CITY);
        assertThat(groups.keySet()).containsExactlyInAnyOrder("centre", "police", "street");
        assertThat(groups.get("police")).returns(0L, IndexController.Group::cases);
        assertThat(groups.get("police")).returns(1L, IndexController.Group::returns);
        assertThat(groups.get("police")).returns(0L, IndexController.Group::buckPassing);
        assertThat(groups.get("street")).returns(2L, IndexController.Group::cases);
        assertThat(groups.get("street")).returns(1L, IndexController.Group::returns);
        assertThat(groups.get("street")).returns(1L, IndexController.Group::buckPassing);
    }

    @Test
    void theCityHasThemAll() {
        var city = Objects.requireNonNull(read("city", CITY).get("city"));
        assertThat(city).returns(2L, IndexController.Group::cases);
        assertThat(city).returns(3L, IndexController.Group::returns);
        assertThat(city).returns(1L, IndexController.Group::buckPassing);
        assertThat(city.rates()).containsEntry("dispatch-accuracy", new IndexController.Rate(1, 2, 0.5));
        assertThat(city.rates()).containsEntry("satisfaction", new IndexController.Rate(0, 0, null));
    }

    @Test
    void aUnitSeesItsOwnAlone() {
        var street = new Caller("street", Set.of(CallerRole.UNIT), null, new UnitCode("street"), Set.of());
        assertThat(read("unit", street)).containsOnlyKeys("street");
        assertThat(read("class", street).get("litter")).returns(1L, IndexController.Group::returns);
    }

    private static Map<String, IndexController.Group> read(String by, Caller caller) {
        return indices
                .indices(by, null, null, new RequestContext(caller, null))
                .blockOptional(Duration.ofMinutes(1))
                .orElseThrow()
                .groups()
                .stream()
                .collect(Collectors.toMap(IndexController.Group::key, Function.identity()));
    }

    private static Changed<ScoredCase> changed(String name, String story) {
        ScoredCase scored = ScoredCaseTest.play(story);
        return new Changed<>(new CaseId(name + "0".repeat(26 - name.length())), scored);
    }

    private static DatabaseClient database() {
        TestGround ground = TestGround.get();
        ground.createDatabase("indices");
        Flyway.configure()
                .dataSource(ground.jdbcUrl("indices"), ground.user(), ground.password())
                .locations("classpath:db/evaluation")
                .load()
                .migrate();
        return DatabaseClient.create(ConnectionFactories.get("r2dbc:postgresql://%s:%s@%s/indices"
                .formatted(ground.user(), ground.password(), ground.databaseAddress())));
    }
}
