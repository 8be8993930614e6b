package io.gridwhistle.escalation.board;

import io.gridwhistle.log.view.CountedRows;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** How many clocks there are that nobody has answered, and how many of them are about to run out. */
@Configuration(proxyBeanMethods = false)
class OpenClocks {
    /** Where there is none, that none was counted. */
    static final String OPEN = """
            select coalesce(district, 'none') as district, clock, state, sum(count)::bigint as count from (
              select district, kind as clock, state, count(*) from sla_board
              where state in ('running', 'warned', 'suspended', 'breached') group by 1, 2, 3
              union all select null, 'overall', state, 0 from unnest(array['running', 'warned', 'suspended', 'breached']) state
            ) counted group by 1, 2, 3
            """;

    static final String DUE_SOON = """
            select coalesce(district, 'none') as district, sum(count)::bigint as count from (
              select district, count(*) from sla_board
              where state in ('running', 'warned') and due < now() + interval '10 minutes' group by 1
              union all select null, 0
            ) counted group by 1
            """;

    @Bean
    CountedRows clocksByState(MeterRegistry registry, DatabaseClient db) {
        return new CountedRows(
                registry,
                db,
                "gridwhistle.sla.clocks",
                "Clocks that nobody has answered",
                List.of("district", "clock", "state"),
                OPEN);
    }

    @Bean
    CountedRows clocksDueSoon(MeterRegistry registry, DatabaseClient db) {
        return new CountedRows(
                registry,
                db,
                "gridwhistle.sla.due.soon",
                "Clocks that run out within ten minutes unless they are answered",
                List.of("district"),
                DUE_SOON);
    }
}
