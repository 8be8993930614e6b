package io.gridwhistle.intake.contact;

import io.gridwhistle.events.Json;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.CaseLog;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Follows the contacts topic into the table.
 *
 * <p>The last record of a case wins and writing it twice changes nothing, so offsets kept by Kafka will do. The topic is
 * compacted: after its schema is dropped, intake reads it again under a new group.
 */
@Component
final class ContactFollower implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ContactFollower.class);
    /** Kafka keeps the offsets here: what they say was read must be on disk, however the server is set. */
    private static final String DURABLY = "select set_config('synchronous_commit', 'on', true)";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ConsumerFactory<String, byte[]> consumers;
    private final DatabaseClient db;
    private final TransactionalOperator transactions;
    private final CaseLog log;
    private final ErasedContacts erased;
    private final ContactGeneration generation;
    private @Nullable KafkaMessageListenerContainer<String, byte[]> container;

    ContactFollower(
            ConsumerFactory<String, byte[]> consumers,
            DatabaseClient db,
            TransactionalOperator transactions,
            CaseLog log,
            ErasedContacts erased,
            ContactGeneration generation) {
        this.consumers = consumers;
        this.db = db;
        this.transactions = transactions;
        this.log = log;
        this.erased = erased;
        this.generation = generation;
    }

    private void write(List<ConsumerRecord<String, byte[]>> records) {
        var rows = new HashMap<String, ContactTable.Row>();
        var gone = new HashSet<String>();
        for (var record : records) {
            read(record, rows, gone);
        }
        transactions
                .transactional(db.sql(DURABLY)
                        .fetch()
                        .rowsUpdated()
                        .then(ContactTable.write(db, rows.values()))
                        .then(ContactTable.erase(db, gone)))
                .block(PATIENCE);
    }

    private void read(ConsumerRecord<String, byte[]> record, Map<String, ContactTable.Row> rows, Set<String> gone) {
        String id = record.key();
        try {
            JsonNode value = record.value() == null ? null : Json.MAPPER.readTree(record.value());
            if (value == null || value.has(Contacts.ERASED)) {
                rows.remove(id);
                gone.add(id);
                erased.add(id);
            } else if (erased.contains(id)) {
                // A report that was on its way when the contact was erased: erase it again.
                log.send(List.of(Contacts.erasure(id))).block(PATIENCE);
            } else {
                Contact contact = Json.MAPPER.treeToValue(value, Contact.class);
                rows.put(id, new ContactTable.Row(id, contact.name(), contact.phone()));
            }
        } catch (JacksonException e) {
            // Without the value: it may be somebody's telephone.
            LOG.error("the contact at {}-{} cannot be read", record.partition(), record.offset());
        }
    }

    @Override
    public void start() {
        List<String> known = ContactTable.listErased(db).collectList().block(PATIENCE);
        erased.addAll(known == null ? List.of() : known);
        var properties = new ContainerProperties(Topics.REPORTER_CONTACTS);
        properties.setGroupId("gridwhistle-intake-contacts-" + generation.id());
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setMessageListener((BatchMessageListener<String, byte[]>) this::write);
        container = new KafkaMessageListenerContainer<>(consumers, properties);
        container.setBeanName("reporter-contacts");
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(5_000);
        container.setCommonErrorHandler(new DefaultErrorHandler(backOff));
        container.start();
    }

    @Override
    public void stop() {
        if (container != null) {
            container.stop();
            container = null;
        }
    }

    @Override
    public boolean isRunning() {
        return container != null;
    }
}
