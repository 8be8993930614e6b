package io.gridwhistle.intake.contact;

import io.gridwhistle.events.Json;
import io.gridwhistle.events.kafka.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.core.JacksonException;

/**
 * Follows the contacts topic into the table.
 *
 * <p>The last record of a case wins and writing it twice changes nothing, so offsets kept by Kafka will do. The topic is
 * compacted: after its schema is dropped, intake reads it again under a new group.
 */
@Component
final class ContactFollower implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ContactFollower.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ConsumerFactory<String, byte[]> consumers;
    private final DatabaseClient db;
    private final ContactGeneration generation;
    private @Nullable KafkaMessageListenerContainer<String, byte[]> container;

    ContactFollower(ConsumerFactory<String, byte[]> consumers, DatabaseClient db, ContactGeneration generation) {
        this.consumers = consumers;
        this.db = db;
        this.generation = generation;
    }

    private void write(List<ConsumerRecord<String, byte[]>> records) {
        var rows = new HashMap<String, ContactTable.Row>();
        var erased = new HashSet<String>();
        for (var record : records) {
            rows.remove(record.key());
            erased.remove(record.key());
            if (record.value() == null) {
                erased.add(record.key());
                continue;
            }
            try {
                Contact contact = Json.MAPPER.readValue(record.value(), Contact.class);
                rows.put(record.key(), new ContactTable.Row(record.key(), contact.name(), contact.phone()));
            } catch (JacksonException e) {
                // Without the value: it may be somebody's telephone.
                LOG.error("the contact at {}-{} cannot be read", record.partition(), record.offset());
            }
        }
        ContactTable.write(db, rows.values())
                .then(ContactTable.delete(db, erased))
                .block(PATIENCE);
    }

    @Override
    public void start() {
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
