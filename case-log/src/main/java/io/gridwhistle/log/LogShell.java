package io.gridwhistle.log;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.gridwhistle.log.reference.ReferenceReader;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.WebShell;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/** Wires a service to the log. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({LogSettings.class, KafkaProperties.class})
@Import(WebShell.class)
public class LogShell {
    /** How long an append may take before the caller is told to come back. */
    private static final int DELIVERY_MS = 10_000;

    @Bean
    Admin kafkaAdminClient(KafkaProperties kafka, LogSettings settings) {
        Admin admin = Admin.create(kafka.buildAdminProperties());
        new LogTopics(admin, settings).ensureLog();
        return admin;
    }

    @Bean
    LogTopics logTopics(Admin admin, LogSettings settings) {
        return new LogTopics(admin, settings);
    }

    @Bean
    LogMeters logMeters(MeterRegistry registry) {
        return new LogMeters(registry);
    }

    /** A dependency on Admin makes sure that the topics are there. */
    @Bean(destroyMethod = "close")
    Producer<String, byte[]> producer(KafkaProperties kafka, Admin topicsAreThere) {
        return newProducer(
                kafka,
                Map.of(
                        ProducerConfig.LINGER_MS_CONFIG, 2,
                        ProducerConfig.BATCH_SIZE_CONFIG, 65_536,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MS,
                        // A city may sleep; its first case in the morning does not wait for metadata.
                        ProducerConfig.METADATA_MAX_IDLE_CONFIG, 86_400_000L));
    }

    @Bean
    CircuitBreaker brokerBreaker(MeterRegistry registry) {
        var breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(5))
                .permittedNumberOfCallsInHalfOpenState(3)
                .ignoreExceptions(ProblemException.class)
                .build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(registry);
        return breakers.circuitBreaker("broker");
    }

    @Bean
    CaseLog caseLog(Producer<String, byte[]> producer, CircuitBreaker breaker, LogMeters meters, LogSettings settings) {
        return new CaseLog(producer, breaker, meters, settings.source());
    }

    @Bean
    ControlLog controlLog(KafkaProperties kafka, LogSettings settings) {
        Supplier<Producer<String, byte[]>> producers = () -> newProducer(
                kafka,
                Map.of(
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        // Of all its instances: see ControlLog.
                        "gridwhistle-control-" + settings.service(),
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                        DELIVERY_MS,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        5_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        DELIVERY_MS,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        DELIVERY_MS));
        return new ControlLog(producers, settings.partitions());
    }

    @Bean
    ConsumerFactory<String, byte[]> consumers(KafkaProperties kafka, LogSettings settings) {
        Map<String, Object> properties = kafka.buildConsumerProperties();
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        properties.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.service() + "-view-" + settings.instance());
        return new DefaultKafkaConsumerFactory<>(properties);
    }

    @Bean
    ReferenceReader referenceReader(KafkaProperties kafka, Admin topicsAreThere) {
        Map<String, Object> properties = kafka.buildConsumerProperties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new ReferenceReader(
                () -> new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer()),
                InstantSource.system());
    }

    @Bean
    References references(ReferenceReader reader, CaseLog log, ControlLog control) {
        return new References(reader, log, control);
    }

    private static Producer<String, byte[]> newProducer(KafkaProperties kafka, Map<String, Object> more) {
        Map<String, Object> properties = kafka.buildProducerProperties();
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.putAll(more);
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }
}
