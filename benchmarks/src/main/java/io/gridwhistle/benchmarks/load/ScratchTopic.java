package io.gridwhistle.benchmarks.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** A topic that is made like another and deleted afterwards. */
final class ScratchTopic implements AutoCloseable {
    private static final List<String> COPIED =
            List.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);

    private final Admin admin;
    private final String name = "load-scratch-" + UUID.randomUUID();

    private ScratchTopic(Admin admin) {
        this.admin = admin;
    }

    static ScratchTopic like(String model, String kafka) throws InterruptedException, ExecutionException {
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka));
        try {
            var scratch = new ScratchTopic(admin);
            scratch.createLike(model);
            return scratch;
        } catch (InterruptedException | ExecutionException | RuntimeException e) {
            admin.close();
            throw e;
        }
    }

    private void createLike(String model) throws InterruptedException, ExecutionException {
        var partitions = Optional.ofNullable(admin.describeTopics(List.of(model))
                        .allTopicNames()
                        .get()
                        .get(model))
                .orElseThrow()
                .partitions();
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, model);
        var config = Optional.ofNullable(
                        admin.describeConfigs(List.of(resource)).all().get().get(resource))
                .orElseThrow();
        var copied = new HashMap<String, String>();
        for (String key : COPIED) {
            copied.put(key, config.get(key).value());
        }
        short replicas = (short) partitions.getFirst().replicas().size();
        admin.createTopics(List.of(new NewTopic(name, partitions.size(), replicas).configs(copied)))
                .all()
                .get();
    }

    String name() {
        return name;
    }

    @Override
    public void close() throws ExecutionException {
        try (admin) {
            admin.deleteTopics(List.of(name)).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the topic '%s' was deleted".formatted(name), e);
        }
    }
}
