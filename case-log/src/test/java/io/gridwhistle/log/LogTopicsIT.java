package io.gridwhistle.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.servers.TestGround;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The topics that the log's rules need, on a real broker. */
class LogTopicsIT {
    private final Admin admin =
            Admin.create(Map.of("bootstrap.servers", TestGround.get().bootstrapServers()));

    @AfterEach
    void close() {
        admin.close();
    }

    @Test
    void createsWhatIsMissingAndRefusesWhatIsOtherwise() throws Exception {
        new LogTopics(admin, settings(4)).ensureLog();

        // A broker that has taken a new topic may deny for a moment that there is one.
        var topics = Awaitility.await()
                .ignoreException(ExecutionException.class)
                .until(
                        () -> admin.describeTopics(List.of(Topics.CASE_LOG))
                                .allTopicNames()
                                .get(),
                        it -> true);
        assertThat(topics)
                .hasEntrySatisfying(
                        Topics.CASE_LOG, topic -> assertThat(topic.partitions()).hasSize(4));
        assertThatCode(() -> new LogTopics(admin, settings(4)).ensureLog()).doesNotThrowAnyException();
        assertThatThrownBy(() -> new LogTopics(admin, settings(8)).ensureLog())
                .isInstanceOf(MisconfiguredTopicException.class)
                .hasMessageContaining("case-log has 4 partitions, not 8");

        change(Topics.CASE_LOG, "retention.ms", "3600000");
        // A log that forgets is no truth.
        awaitRefusal("case-log has retention.ms=3600000, not -1");
        change(Topics.CASE_LOG, "retention.ms", "-1");
        change(Topics.CASE_LOG, "message.timestamp.type", "CreateTime");
        awaitRefusal("case-log has message.timestamp.type=CreateTime, not LogAppendTime");
    }

    @Test
    void aUnitsTopicThatForgetsIsRefused() throws Exception {
        String topic = "dispatch.west.forgetful";
        ThrowingCallable units = () -> new LogTopics(admin, settings(4)).ensureDispatch(List.of(topic));
        assertThatCode(units).doesNotThrowAnyException();
        assertThatCode(units).doesNotThrowAnyException();

        change(topic, "retention.bytes", "1000000");
        awaitRefusal(units, topic + " has retention.bytes=1000000, not -1");
        change(topic, "retention.bytes", "-1");
        change(topic, "cleanup.policy", "compact");
        awaitRefusal(units, topic + " has cleanup.policy=compact, not delete");
    }

    private void awaitRefusal(String reason) {
        awaitRefusal(() -> new LogTopics(admin, settings(4)).ensureLog(), reason);
    }

    /** A broker takes its time to learn of a change. */
    private static void awaitRefusal(ThrowingCallable ensure, String reason) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThatThrownBy(ensure)
                        .isInstanceOf(MisconfiguredTopicException.class)
                        .hasMessageContaining(reason));
    }

    private void change(String name, String key, String value) throws Exception {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, name);
        var change = new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(topic, List.of(change))).all().get();
    }

    private static LogSettings settings(int partitions) {
        return new LogSettings(
                "test",
                "0",
                partitions,
                (short) 1,
                1,
                Duration.ofMillis(-1),
                1,
                Duration.ofMillis(50),
                "unused",
                Duration.ofSeconds(1));
    }
}
