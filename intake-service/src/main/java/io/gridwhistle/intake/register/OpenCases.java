package io.gridwhistle.intake.register;

import io.gridwhistle.log.view.CountedRows;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** How many cases are open, by district and status. */
@Configuration(proxyBeanMethods = false)
class OpenCases {
    private static final String SQL = """
            select coalesce(district, 'none') as district, status, count(*) as count from case_register
            where status in ('reported', 'accepted', 'dispatched', 'acknowledged', 'returned', 'in-consultation', 'handled',
              'rework', 'verified', 'reopened', 'following')
            group by 1, 2
            """;

    @Bean
    CountedRows casesByStatus(MeterRegistry registry, DatabaseClient db) {
        return new CountedRows(
                registry, db, "gridwhistle.cases.open", "Cases that are open", List.of("district", "status"), SQL);
    }
}
