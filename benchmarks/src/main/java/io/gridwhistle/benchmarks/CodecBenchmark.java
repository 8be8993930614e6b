package io.gridwhistle.benchmarks;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.IntakeEvent.CaseAccepted;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.kafka.EventCodec;
import io.gridwhistle.events.kafka.Topics;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Events to records and back, beside Jackson alone on the same payload. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class CodecBenchmark {
    /** The smallest, the usual and the largest there is. */
    public enum Sample {
        ACCEPTED(CaseAccepted.class),
        REPORTED(CaseReported.class),
        DISPATCHED(CaseDispatched.class);

        private final Class<? extends CaseEvent> type;

        Sample(Class<? extends CaseEvent> type) {
            this.type = type;
        }
    }

    @Param
    private Sample sample = Sample.REPORTED;

    private final CaseHistory history = CaseHistory.in(DemoTables.read());
    private EventEnvelope<? extends CaseEvent> event = history.events().getFirst();
    private ProducerRecord<String, byte[]> record = encoded(event);

    @Setup
    public void choose() {
        event = history.get(sample.type);
        record = encoded(event);
    }

    @Benchmark
    public ProducerRecord<String, byte[]> encode() {
        return encoded(event);
    }

    @Benchmark
    public byte[] encodeBaselineJackson() {
        return Json.MAPPER.writeValueAsBytes(event.event());
    }

    @Benchmark
    public EventEnvelope<CaseEvent> decode() {
        return EventCodec.decode(record.headers(), record.value(), CaseEvent.class);
    }

    @Benchmark
    public CaseEvent decodeBaselineJackson() {
        return Json.MAPPER.readValue(record.value(), sample.type);
    }

    private static ProducerRecord<String, byte[]> encoded(EventEnvelope<? extends CaseEvent> event) {
        return EventCodec.encode(Topics.CASE_LOG, null, event);
    }
}
