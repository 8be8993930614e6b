package io.gridwhistle.intake.contact;

import io.gridwhistle.events.Json;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.CaseLog;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The reporters' contacts: a topic of their own, and a table that follows it.
 *
 * <p>An erasure is a record too, with nothing personal in it. Compaction drops what it replaces, and it stays: a platform
 * that repeats its report for ever does not bring the contact back.
 */
@Component
public final class Contacts {
    private static final String SELECT = "select name, phone from reporter_contact where case_id = :id";
    static final String ERASED = "erased";

    private final DatabaseClient db;
    private final CaseLog log;
    private final ErasedContacts erased;

    Contacts(DatabaseClient db, CaseLog log, ErasedContacts erased) {
        this.db = db;
        this.log = log;
        this.erased = erased;
    }

    /** The records that keep a contact; none where it was erased. */
    public List<ProducerRecord<String, byte[]>> records(CaseId id, Contact contact) {
        return erased.contains(id.value())
                ? List.of()
                : List.of(new ProducerRecord<>(
                        Topics.REPORTER_CONTACTS, id.value(), Json.MAPPER.writeValueAsBytes(contact)));
    }

    static ProducerRecord<String, byte[]> erasure(String id) {
        return new ProducerRecord<>(Topics.REPORTER_CONTACTS, id, Json.MAPPER.writeValueAsBytes(Map.of(ERASED, true)));
    }

    Mono<Contact> find(CaseId id) {
        return db.sql(SELECT)
                .bind("id", id.value())
                .map((row, meta) -> new Contact(row.get(0, String.class), row.get(1, String.class)))
                .one();
    }

    Mono<Void> erase(CaseId id) {
        return log.send(List.of(erasure(id.value())))
                .then(Mono.fromRunnable(() -> erased.add(id.value())))
                .then(ContactTable.erase(db, List.of(id.value())));
    }
}
