package io.gridwhistle.local.replay;

import static java.util.stream.Collectors.toSet;

import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.IntakeEvent.CaseLinked;
import io.gridwhistle.events.IntakeEvent.CaseUnlinked;
import io.gridwhistle.events.IntakeEvent.FollowerJoined;
import io.gridwhistle.events.IntakeEvent.FollowerLeft;
import io.gridwhistle.events.IntakeEvent.FollowerSupplemented;
import io.gridwhistle.log.BareLog;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Records in the order they stand, each as its {@code ce_id} and a digest of all its bytes.
 *
 * <p>By topic and by the partition of the case log that their case is on: each of those is decided in its own order, and how
 * they take turns on a unit's topic means nothing. What is said about one case to another, each by itself: they may be on
 * different partitions.
 */
final class Records {
    private static final Set<String> TO_ANOTHER_CASE = Stream.of(
                    CaseLinked.class,
                    CaseUnlinked.class,
                    FollowerJoined.class,
                    FollowerSupplemented.class,
                    FollowerLeft.class)
            .map(EventTypes::typeOf)
            .collect(toSet());

    private final String prefix;
    private final Map<String, List<String>> lines = new TreeMap<>();
    private int count;

    /** {@code prefix} of the topics' names, which is left out. */
    Records(String prefix) {
        this.prefix = prefix;
    }

    static int partitionOf(String key) {
        return BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), BareLog.PARTITIONS);
    }

    void add(String topic, long timestamp, String key, Headers headers, byte @Nullable [] value) {
        String group = TO_ANOTHER_CASE.contains(header(headers, "ce_type"))
                ? header(headers, "ce_id")
                : "from " + partitionOf(key);
        lines.computeIfAbsent(topic.substring(prefix.length()) + " " + group, it -> new ArrayList<>())
                .add(line(timestamp, key, headers, value));
        count++;
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static String line(long timestamp, String key, Headers headers, byte @Nullable [] value) {
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(timestamp).array());
        update(digest, key.getBytes(StandardCharsets.UTF_8));
        for (Header header : headers) {
            update(digest, header.key().getBytes(StandardCharsets.UTF_8));
            update(digest, header.value());
        }
        update(digest, value);
        return "%s %s"
                .formatted(
                        new String(headers.lastHeader("ce_id").value(), StandardCharsets.UTF_8),
                        HexFormat.of().formatHex(digest.digest(), 0, 16));
    }

    private static void update(MessageDigest digest, byte @Nullable [] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(bytes == null ? -1 : bytes.length)
                .array());
        if (bytes != null) {
            digest.update(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    Map<String, List<String>> lines() {
        return lines;
    }

    int count() {
        return count;
    }
}
