package io.gridwhistle.log.reference;

import io.gridwhistle.events.ReferenceKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Puts references together out of their chunks. */
final class ReferenceAssembly {
    private final Map<String, TreeMap<Integer, byte[]>> incomplete = new HashMap<>();

    /**
     * The reference, with its last chunk. Errors: {@link IllegalArgumentException} where the chunks do not have the digest
     * they name.
     */
    Optional<Reference> add(ReferenceKind kind, String version, int number, ConsumerRecord<String, byte[]> record) {
        String name = Reference.keyOf(kind, version);
        int count = Integer.parseInt(ReferenceChunks.header(record.headers(), ReferenceChunks.COUNT));
        String digest = ReferenceChunks.header(record.headers(), ReferenceChunks.DIGEST);
        var chunks = incomplete.computeIfAbsent(name, it -> new TreeMap<>());
        chunks.put(number, record.value());
        if (chunks.size() < count) {
            return Optional.empty();
        }
        incomplete.remove(name);
        Packed packed = ReferenceChunks.join(chunks.values());
        if (!packed.digest().equals(digest)) {
            throw new IllegalArgumentException("the chunks of %s do not have the digest they name".formatted(name));
        }
        return Optional.of(new Reference(kind, version, packed));
    }
}
