package io.gridwhistle.benchmarks.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The ceiling of batches: Kafka's own producer, set as intake's is, with nothing before it. */
final class PlainProducer implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;

    PlainProducer(String kafka) {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "linger.ms",
                        2,
                        "batch.size",
                        65_536),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** How long it takes until the broker has all of them. Errors: {@link IllegalStateException} where it has not. */
    Duration send(List<ProducerRecord<String, byte[]>> records) {
        var acknowledged = new AtomicInteger();
        long start = System.nanoTime();
        for (var record : records) {
            var _ = producer.send(record, (metadata, e) -> {
                if (e == null) {
                    acknowledged.incrementAndGet();
                }
            });
        }
        producer.flush();
        var elapsed = Duration.ofNanos(System.nanoTime() - start);
        if (acknowledged.get() != records.size()) {
            throw new IllegalStateException(
                    "the broker took %d records of %d".formatted(acknowledged.get(), records.size()));
        }
        return elapsed;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(10));
    }
}
