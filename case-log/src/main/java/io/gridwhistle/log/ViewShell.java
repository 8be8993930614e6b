package io.gridwhistle.log;

import io.gridwhistle.log.view.FreshReads;
import io.gridwhistle.log.view.Projection;
import io.gridwhistle.log.view.UnreadableRecords;
import io.gridwhistle.log.view.View;
import io.r2dbc.spi.ConnectionFactory;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Wires a service that has a view of the log. */
@Configuration(proxyBeanMethods = false)
@Import(LogShell.class)
public class ViewShell {

    @Bean
    DatabaseClient databaseClient(ConnectionFactory connections) {
        return DatabaseClient.create(connections);
    }

    @Bean
    TransactionalOperator transactions(ConnectionFactory connections) {
        return TransactionalOperator.create(new R2dbcTransactionManager(connections));
    }

    @Bean
    UnreadableRecords unreadableRecords(
            CaseLog log, LogMeters meters, @Value("${gridwhistle.log.parks-unreadable:false}") boolean parks) {
        return new UnreadableRecords(log, meters, parks);
    }

    @Bean
    Projection projection(
            View view,
            ConsumerFactory<String, byte[]> consumers,
            DatabaseClient db,
            TransactionalOperator transactions,
            UnreadableRecords unreadable,
            LogMeters meters,
            LogSettings settings) {
        String group = "gridwhistle-%s-view".formatted(settings.service());
        return new Projection(view, consumers, db, transactions, unreadable, meters, group);
    }

    @Bean
    FreshReads freshReads(View view, DatabaseClient db, Admin admin, LogSettings settings) {
        return new FreshReads(view.name(), db, admin, settings);
    }
}
