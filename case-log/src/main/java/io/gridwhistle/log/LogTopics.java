package io.gridwhistle.log;

import static java.util.Objects.requireNonNull;

import io.gridwhistle.events.kafka.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that the topics are there and are what the rules of the log need. */
public final class LogTopics {
    private static final Logger LOG = LoggerFactory.getLogger(LogTopics.class);

    private final Admin admin;
    private final LogSettings settings;

    public LogTopics(Admin admin, LogSettings settings) {
        this.admin = admin;
        this.settings = settings;
    }

    /** Creates what is missing. Errors: {@link MisconfiguredTopicException} where a topic is there but otherwise. */
    public void ensureLog() {
        ensure(List.of(
                topic(
                        Topics.CASE_LOG,
                        settings.partitions(),
                        Map.of(
                                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                                "LogAppendTime",
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                TopicConfig.CLEANUP_POLICY_DELETE,
                                TopicConfig.RETENTION_MS_CONFIG,
                                Long.toString(settings.retention().toMillis()),
                                TopicConfig.RETENTION_BYTES_CONFIG,
                                "-1")),
                topic(Topics.DEAD_LETTERS, 1, Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1")),
                topic(
                        Topics.REFERENCE,
                        1,
                        Map.of(
                                // When a version came into force is when it was appended.
                                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                                "LogAppendTime",
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                TopicConfig.CLEANUP_POLICY_COMPACT,
                                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                "1048588")),
                topic(
                        Topics.REPORTER_CONTACTS,
                        settings.partitions(),
                        Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
                                // What is erased must be gone soon, not when a segment happens to fill up.
                                TopicConfig.SEGMENT_MS_CONFIG, "3600000",
                                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, "86400000",
                                TopicConfig.DELETE_RETENTION_MS_CONFIG, "86400000"))));
    }

    /** The topics that units read their orders on; a unit makes its whole order book of what stands there. */
    public void ensureDispatch(Collection<String> names) {
        ensure(names.stream()
                .map(name -> topic(
                        name,
                        settings.dispatchPartitions(),
                        Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                                TopicConfig.RETENTION_MS_CONFIG, "-1",
                                // Else a cluster's own default may cut off what is old.
                                TopicConfig.RETENTION_BYTES_CONFIG, "-1")))
                .toList());
    }

    private NewTopic topic(String name, int partitions, Map<String, String> config) {
        var all = new TreeMap<>(config);
        all.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(settings.minInSync()));
        return new NewTopic(name, partitions, settings.replicas()).configs(all);
    }

    private void ensure(List<NewTopic> wanted) {
        try {
            var present = admin.listTopics().names().get();
            var missing =
                    wanted.stream().filter(it -> !present.contains(it.name())).toList();
            if (!missing.isEmpty()) {
                create(missing);
            }
            check(wanted.stream().filter(it -> present.contains(it.name())).toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking at the topics", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics cannot be looked at: " + e.getMessage(), e);
        }
    }

    private void create(List<NewTopic> missing) throws InterruptedException, ExecutionException {
        for (var result : admin.createTopics(missing).values().entrySet()) {
            try {
                result.getValue().get();
            } catch (ExecutionException e) {
                // Another service was faster.
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
        LOG.info(
                "created {}",
                missing.size() > 5
                        ? missing.size() + " topics"
                        : missing.stream().map(NewTopic::name).collect(Collectors.joining(", ")));
    }

    private void check(List<NewTopic> wanted) throws InterruptedException, ExecutionException {
        if (wanted.isEmpty()) {
            return;
        }
        var names = wanted.stream().map(NewTopic::name).toList();
        Map<String, TopicDescription> described =
                admin.describeTopics(names).allTopicNames().get();
        var configs = admin.describeConfigs(names.stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList())
                .all()
                .get();
        var wrong = new ArrayList<String>();
        for (NewTopic topic : wanted) {
            int partitions =
                    requireNonNull(described.get(topic.name())).partitions().size();
            if (partitions != topic.numPartitions()) {
                wrong.add("%s has %d partitions, not %d".formatted(topic.name(), partitions, topic.numPartitions()));
            }
            int replicas = requireNonNull(described.get(topic.name()))
                    .partitions()
                    .getFirst()
                    .replicas()
                    .size();
            if (replicas != topic.replicationFactor()) {
                wrong.add("%s has %d replicas, not %d".formatted(topic.name(), replicas, topic.replicationFactor()));
            }
            var config = requireNonNull(configs.get(new ConfigResource(ConfigResource.Type.TOPIC, topic.name())));
            topic.configs().forEach((key, value) -> {
                ConfigEntry entry = config.get(key);
                if (entry == null || !value.equals(entry.value())) {
                    wrong.add("%s has %s=%s, not %s"
                            .formatted(topic.name(), key, entry == null ? "nothing" : entry.value(), value));
                }
            });
        }
        if (!wrong.isEmpty()) {
            throw new MisconfiguredTopicException(wrong);
        }
    }
}
