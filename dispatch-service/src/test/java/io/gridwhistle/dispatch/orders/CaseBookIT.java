package io.gridwhistle.dispatch.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.gridwhistle.city.grid.DrawnCity;
import io.gridwhistle.dispatch.TestCity;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.lifecycle.CaseLifecycle;
import io.gridwhistle.log.view.CaseStates;
import io.gridwhistle.log.view.FreshReads;
import io.gridwhistle.servers.TestGround;
import io.r2dbc.spi.ConnectionFactories;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** The order book's cases in a real database. */
class CaseBookIT {
    private static final TestCity CITY = TestCity.of(
            DrawnCity.of("A", """
                    A city city
                    A west district parent=city chief=west-centre
                    """),
            "west-centre west district-centre\ncleaning west department",
            "litter * owner cleaning");

    @Test
    void unsolvedCasesAreFoundByAnIndexOfJustThem() {
        DatabaseClient db = database();
        var states = new HashMap<CaseId, BookedCase>();
        var unsolved = new TreeMap<String, BookedCase>();
        int number = 0;
        for (String words : List.of(
                "A accepted", "A accepted, returned", "A reported", "A accepted, consultation", "A accepted, solved")) {
            BookedCase booked = new BookedWay("case", Map.of("v1", CITY)).go(words);
            // Most of a city's cases are over.
            for (int i = 0; i < (words.endsWith("solved") ? 3_000 : 100); i++) {
                CaseId id = CaseId.of(new PlatformId("zhenghaopai"), "case " + ++number);
                states.put(id, booked);
                if (CaseLifecycle.mayBeRerouted(booked.state())) {
                    unsolved.put(id.value(), booked);
                }
            }
        }
        new CaseStates<>(db, BookedCase.class).save(states).block(Duration.ofMinutes(1));
        db.sql("analyze case_state").then().block(Duration.ofMinutes(1));
        var book = new CaseBook(db, mock(FreshReads.class));

        var found = new TreeMap<String, BookedCase>();
        String after = "";
        for (List<CaseBook.Entry> page = page(book, after); !page.isEmpty(); page = page(book, after)) {
            page.forEach(entry -> found.put(entry.id().value(), entry.booked()));
            after = found.lastKey();
        }

        assertThat(found).isEqualTo(unsolved).hasSize(200);
        assertThat(plan(db)).contains("case_state_unsolved").doesNotContain("Seq Scan");
    }

    private static List<CaseBook.Entry> page(CaseBook book, String after) {
        return book.listUnsolved(after, 70)
                .collectList()
                .blockOptional(Duration.ofMinutes(1))
                .orElseThrow();
    }

    private static String plan(DatabaseClient db) {
        return String.join(
                "\n",
                db.sql("explain " + CaseBook.LIST_UNSOLVED.formatted(70))
                        .bind("after", "0")
                        .map(row -> String.valueOf(row.get(0, String.class)))
                        .all()
                        .collectList()
                        .blockOptional(Duration.ofMinutes(1))
                        .orElseThrow());
    }

    private static DatabaseClient database() {
        TestGround ground = TestGround.get();
        ground.createDatabase("case_book");
        Flyway.configure()
                .dataSource(ground.jdbcUrl("case_book"), ground.user(), ground.password())
                .locations("classpath:db/dispatch")
                .load()
                .migrate();
        return DatabaseClient.create(ConnectionFactories.get("r2dbc:postgresql://%s:%s@%s/case_book"
                .formatted(ground.user(), ground.password(), ground.databaseAddress())));
    }
}
