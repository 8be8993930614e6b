package io.gridwhistle.events.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;

import io.gridwhistle.events.EventTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The golden sample of an event: its payload byte by byte, and beside it its headers, one a line. */
record Golden(Path payload, Path headers) {
    static final Path FOLDER = Path.of("src/test/resources/golden");

    static Golden of(Class<?> event) {
        String name = EventTypes.nameOf(event) + ".v1";
        return new Golden(FOLDER.resolve(name + ".json"), FOLDER.resolve(name + ".headers"));
    }

    Headers readHeaders() throws IOException {
        var read = new RecordHeaders();
        for (String line : Files.readAllLines(headers)) {
            String[] header = line.split(": ", 2);
            read.add(header[0], header[1].getBytes(UTF_8));
        }
        return read;
    }

    /** Adds the sample of a new version. Errors: an {@link IOException} where there is one, for those are never edited. */
    void release(ProducerRecord<String, byte[]> record) throws IOException {
        Files.createDirectories(FOLDER);
        Files.write(payload, record.value(), CREATE_NEW);
        Files.writeString(headers, print(record.headers()), CREATE_NEW);
    }

    static String print(Headers headers) {
        return StreamSupport.stream(headers.spliterator(), false)
                .map(Golden::print)
                .sorted()
                .collect(Collectors.joining());
    }

    private static String print(Header header) {
        return "%s: %s\n".formatted(header.key(), new String(header.value(), UTF_8));
    }
}
