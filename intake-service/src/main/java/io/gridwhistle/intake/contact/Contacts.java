package io.gridwhistle.intake.contact;

import io.gridwhistle.events.Json;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.CaseLog;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The reporters' contacts: a topic of their own, and a table that follows it. */
@Component
public final class Contacts {
    private static final String SELECT = "select name, phone from reporter_contact where case_id = :id";

    private final DatabaseClient db;
    private final CaseLog log;

    Contacts(DatabaseClient db, CaseLog log) {
        this.db = db;
        this.log = log;
    }

    /** The record that keeps a contact. */
    public static ProducerRecord<String, byte[]> record(CaseId id, Contact contact) {
        return new ProducerRecord<>(Topics.REPORTER_CONTACTS, id.value(), Json.MAPPER.writeValueAsBytes(contact));
    }

    Mono<Contact> find(CaseId id) {
        return db.sql(SELECT)
                .bind("id", id.value())
                .map((row, meta) -> new Contact(row.get(0, String.class), row.get(1, String.class)))
                .one();
    }

    /** Erases a contact for good: the topic is compacted, and the table follows. */
    Mono<Void> erase(CaseId id) {
        return log.send(List.of(new ProducerRecord<>(Topics.REPORTER_CONTACTS, id.value(), null)))
                .then(ContactTable.delete(db, List.of(id.value())));
    }
}
