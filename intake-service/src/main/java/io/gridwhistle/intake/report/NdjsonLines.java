package io.gridwhistle.intake.report;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;

/** Cuts a stream of bytes into lines; a line that is too long costs itself, not the stream. */
final class NdjsonLines {
    static final int MAX_BYTES = 256 * 1024;

    record Line(byte[] bytes, boolean tooLong) {}

    private ByteArrayOutputStream current = new ByteArrayOutputStream();
    private boolean tooLong;

    private NdjsonLines() {}

    static Flux<Line> of(Flux<DataBuffer> body) {
        return Flux.defer(() -> {
            var lines = new NdjsonLines();
            return body.concatMapIterable(lines::take).concatWith(Flux.defer(() -> Flux.fromIterable(lines.rest())));
        });
    }

    private List<Line> take(DataBuffer buffer) {
        var lines = new ArrayList<Line>();
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                add(bytes, from, i);
                end(lines);
                from = i + 1;
            }
        }
        add(bytes, from, bytes.length);
        return lines;
    }

    private List<Line> rest() {
        var lines = new ArrayList<Line>();
        end(lines);
        return lines;
    }

    private void add(byte[] bytes, int from, int to) {
        if (current.size() + (to - from) > MAX_BYTES) {
            tooLong = true;
            current.reset();
        }
        if (!tooLong) {
            current.write(bytes, from, to - from);
        }
    }

    private void end(List<Line> lines) {
        byte[] bytes = current.toByteArray();
        if (tooLong || !isBlank(bytes)) {
            lines.add(new Line(bytes, tooLong));
        }
        current = new ByteArrayOutputStream();
        tooLong = false;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
