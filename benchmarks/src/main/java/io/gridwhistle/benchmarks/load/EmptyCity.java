package io.gridwhistle.benchmarks.load;

import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.Unit;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.events.Actor;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.local.demo.DemoCity;
import io.gridwhistle.log.BareLog;
import io.gridwhistle.servers.EmbeddedBroker;
import io.gridwhistle.servers.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A broker of its own on which the demo city is in force and nothing has happened yet; it leaves nothing behind. */
final class EmptyCity implements AutoCloseable {
    /** The demo city's documents, written once for any number of such cities. */
    record Documents(Map<ReferenceKind, byte[]> contents) {
        static Documents write() throws IOException {
            Path folder = Files.createTempDirectory("demo-city");
            DemoCity.writeTo(folder);
            var contents = new LinkedHashMap<ReferenceKind, byte[]>();
            contents.put(ReferenceKind.CITY, Files.readAllBytes(folder.resolve("city.json")));
            contents.put(ReferenceKind.UNITS, Files.readAllBytes(folder.resolve("units.json")));
            contents.put(ReferenceKind.RESPONSIBILITIES, Files.readAllBytes(folder.resolve("responsibilities.json")));
            contents.put(ReferenceKind.CALENDARS, Files.readAllBytes(folder.resolve("calendars.json")));
            contents.put(ReferenceKind.POLICIES, Files.readAllBytes(folder.resolve("policies.json")));
            contents.put(ReferenceKind.GRID_SET, Files.readAllBytes(folder.resolve("grid-set.geojson")));
            delete(folder);
            return new Documents(contents);
        }

        private byte[] of(ReferenceKind kind) {
            return contents.getOrDefault(kind, new byte[0]);
        }

        Reports reports() {
            return new Reports(CityReferences.city(of(ReferenceKind.CITY)), GridSet.read(of(ReferenceKind.GRID_SET)));
        }

        List<String> unitsTopics() {
            return CityReferences.units(of(ReferenceKind.UNITS)).listAll().stream()
                    .map((Unit unit) -> Topics.dispatch(unit.district(), unit.code()))
                    .toList();
        }
    }

    private final Path folder;
    private final EmbeddedBroker broker;
    private final BareLog log;

    EmptyCity(Documents documents) throws IOException {
        folder = Files.createTempDirectory("gridwhistle-throughput-");
        broker = EmbeddedBroker.start(folder.resolve("kafka"), Ports.findFree());
        log = new BareLog(broker.bootstrapServers(), "dispatch", folder.resolve("streams"));
        log.topics().ensureLog();
        log.topics().ensureDispatch(documents.unitsTopics());
        log.start();
        documents
                .contents()
                .forEach((kind, content) -> log.references()
                        .publishAndActivate(kind, content, Actor.system("benchmark"))
                        .block());
    }

    BareLog log() {
        return log;
    }

    void write(List<ProducerRecord<String, byte[]>> records) {
        // A producer keeps the headers it has sent from being changed; they are another's the next time.
        records.forEach(it -> log.producer()
                .send(new ProducerRecord<>(it.topic(), it.partition(), it.key(), it.value(), it.headers())));
        log.producer().flush();
    }

    @Override
    public void close() throws IOException {
        log.close();
        broker.close();
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
