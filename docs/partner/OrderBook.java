import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.OrderMessage;
import io.gridwhistle.events.OrderMessage.OrderAnswered;
import io.gridwhistle.events.OrderMessage.OrderEscalated;
import io.gridwhistle.events.OrderMessage.OrderIssued;
import io.gridwhistle.events.OrderMessage.OrderRescheduled;
import io.gridwhistle.events.OrderMessage.OrderSupplemented;
import io.gridwhistle.events.OrderMessage.OrderWithdrawn;
import io.gridwhistle.events.kafka.EventCodec;
import io.gridwhistle.events.kafka.UnreadableRecordException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A department's order book, made of its topic and nothing else. It may be killed at any moment and goes on where it was.
 *
 * <p>{@code java -cp 'lib/*' OrderBook.java BOOTSTRAP_SERVERS TOPIC BOOK.json [CLIENT.properties]}
 */
final class OrderBook {

    /** An order as its topic tells it; {@code applied} are the ce_ids that made it so. */
    record Entry(
            String caseId,
            String role,
            String unit,
            String classCode,
            String place,
            TreeMap<ClockKind, Instant> deadlines,
            String status,
            String escalatedTo,
            int supplements,
            TreeSet<String> applied) {

        boolean isOpen() {
            return status.equals("issued") || status.equals("acknowledged");
        }
    }

    /** The orders, and for each partition the offset that they are of: the two are written together or not at all. */
    record Book(TreeMap<Integer, Long> offsets, TreeMap<String, Entry> orders) {}

    private final Path file;
    private final Book book;

    private OrderBook(Path file) throws IOException {
        this.file = file;
        this.book = Files.exists(file)
                ? Json.MAPPER.readValue(Files.readAllBytes(file), Book.class)
                : new Book(new TreeMap<>(), new TreeMap<>());
    }

    public static void main(String[] arguments) throws IOException {
        var settings = new Properties();
        settings.put("bootstrap.servers", arguments[0]);
        // Dispatch writes in transactions; what it did not commit was never ordered.
        settings.put("isolation.level", "read_committed");
        // Where to read on stands in the book. Nobody's group is needed, and a topic that has lost records is an error.
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "none");
        if (arguments.length > 3) {
            try (var more = Files.newBufferedReader(Path.of(arguments[3]))) {
                settings.load(more);
            }
        }
        new OrderBook(Path.of(arguments[2])).follow(arguments[1], settings);
    }

    private void follow(String topic, Properties settings) throws IOException {
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw new IllegalArgumentException("no topic %s is there for this principal".formatted(topic));
            }
            consumer.assign(partitions);
            partitions.forEach(it -> consumer.seek(it, book.offsets().getOrDefault(it.partition(), 0L)));
            boolean printed = false;
            while (true) {
                var records = consumer.poll(Duration.ofSeconds(1));
                if (!records.isEmpty()) {
                    records.forEach(this::read);
                    save();
                    printed = false;
                } else if (!printed) {
                    print();
                    printed = true;
                }
            }
        }
    }

    private void read(ConsumerRecord<String, byte[]> record) {
        book.offsets().put(record.partition(), record.offset() + 1);
        try {
            var envelope = EventCodec.decode(record.headers(), record.value(), OrderMessage.class);
            apply(envelope.id().value(), envelope.event());
        } catch (UnreadableRecordException e) {
            // What is new in a later version is not for this program. Anything else somebody should look at; the orders
            // behind it do not wait for that.
            System.err.printf(
                    "%s: passed over %s-%d@%d: %s%n",
                    isOfLaterVersion(record) ? "NEW" : "UNREADABLE",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
        }
    }

    private static boolean isOfLaterVersion(ConsumerRecord<String, byte[]> record) {
        var type = record.headers().lastHeader("ce_type");
        return type != null && EventTypes.findByType(new String(type.value(), StandardCharsets.UTF_8)).isEmpty();
    }

    private void apply(String eventId, OrderMessage message) {
        String id = message.orderId().value();
        Entry entry = book.orders().get(id);
        if (entry == null && message instanceof OrderIssued it) {
            entry = new Entry(
                    it.caseId().value(),
                    it.role().code(),
                    it.unit().value(),
                    it.classCode().value(),
                    placeOf(it),
                    new TreeMap<>(it.deadlines()),
                    "issued",
                    null,
                    0,
                    new TreeSet<>());
        }
        // The same record once more, as it may come after a crash, changes nothing.
        if (entry != null && entry.applied().add(eventId)) {
            book.orders().put(id, after(entry, message));
        }
    }

    /** The building and floor where the boundaries have them, else the innermost cell. */
    private static String placeOf(OrderIssued it) {
        String cell = it.cellPath().isEmpty() ? "" : it.cellPath().getLast().value();
        return it.building() == null ? cell : it.floor() == null ? it.building() : it.building() + " " + it.floor();
    }

    private static Entry after(Entry it, OrderMessage message) {
        return switch (message) {
            case OrderIssued _ -> it;
            case OrderRescheduled other -> timed(it, other.clock(), other.deadline());
            case OrderAnswered answered -> with(it, answered.answer().code(), it.escalatedTo(), it.supplements());
            case OrderWithdrawn _ -> with(it, "withdrawn", it.escalatedTo(), it.supplements());
            case OrderEscalated up -> with(it, it.status(), up.toUnit().value(), it.supplements());
            case OrderSupplemented _ -> with(it, it.status(), it.escalatedTo(), it.supplements() + 1);
        };
    }

    /** Without a deadline the clock stands still, until the next message says otherwise. */
    private static Entry timed(Entry it, ClockKind clock, Instant deadline) {
        if (deadline == null) {
            it.deadlines().remove(clock);
        } else {
            it.deadlines().put(clock, deadline);
        }
        return it;
    }

    private static Entry with(Entry it, String status, String escalatedTo, int supplements) {
        return new Entry(
                it.caseId(),
                it.role(),
                it.unit(),
                it.classCode(),
                it.place(),
                it.deadlines(),
                status,
                escalatedTo,
                supplements,
                it.applied());
    }

    /** Beside the old book first, then in its place: whenever it is killed, one of the two is there, whole. */
    private void save() throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (var out = FileChannel.open(
                next,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            var bytes = ByteBuffer.wrap(Json.MAPPER.writeValueAsBytes(book));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void print() {
        long open = book.orders().values().stream().filter(Entry::isOpen).count();
        System.out.printf("%d of %d orders are open%n", open, book.orders().size());
        book.orders().forEach((id, it) -> {
            if (it.isOpen()) {
                System.out.printf(
                        "  %s  %-12s %-10s %-24s %s%s%s  %s%n",
                        id,
                        it.status(),
                        it.role(),
                        it.classCode(),
                        it.deadlines(),
                        it.escalatedTo() == null ? "" : ", went up to " + it.escalatedTo(),
                        it.supplements() == 0 ? "" : ", supplemented",
                        it.place());
            }
        });
    }
}
