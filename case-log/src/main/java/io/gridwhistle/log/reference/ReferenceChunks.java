package io.gridwhistle.log.reference;

import io.gridwhistle.events.kafka.Topics;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** A reference as records: compressed and cut, key {@code kind/version/number}, with count and digest in headers. */
final class ReferenceChunks {
    static final String COUNT = "chunks";
    static final String DIGEST = "digest";
    private static final int CHUNK_BYTES = 512 * 1024;

    private ReferenceChunks() {}

    static List<ProducerRecord<String, byte[]>> cut(Reference reference) {
        byte[] compressed = reference.packed().compressed();
        int count = Math.max(1, Math.ceilDiv(compressed.length, CHUNK_BYTES));
        var records = new ArrayList<ProducerRecord<String, byte[]>>(count);
        for (int i = 0; i < count; i++) {
            int from = i * CHUNK_BYTES;
            int to = Math.min(compressed.length, from + CHUNK_BYTES);
            var record = new ProducerRecord<String, byte[]>(
                    Topics.REFERENCE,
                    Reference.keyOf(reference.kind(), reference.version()) + "/" + i,
                    Arrays.copyOfRange(compressed, from, to));
            record.headers().add(COUNT, Reference.utf8(Integer.toString(count)));
            record.headers().add(DIGEST, Reference.utf8(reference.digest()));
            records.add(record);
        }
        return records;
    }

    /** Errors: {@link java.io.UncheckedIOException} where the chunks are none of a reference. */
    static Packed join(Collection<byte[]> chunks) {
        var all = new ByteArrayOutputStream();
        chunks.forEach(all::writeBytes);
        return Packed.ofCompressed(all.toByteArray());
    }

    static String header(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        if (header == null) {
            throw new IllegalArgumentException("a reference chunk has no header '%s'".formatted(name));
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
