package io.gridwhistle.dispatch.reference;

import io.gridwhistle.log.reference.Packed;
import io.gridwhistle.log.web.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Takes a large document in as it comes, packed on the way, so that memory holds a tenth of it or so. */
final class Upload {
    /** A city of 200,000 cells needs some 100 MB. */
    static final long MOST_BYTES = 256L * 1024 * 1024;

    private final Packed.Packer packer = new Packed.Packer();
    private final long most;
    private long bytes;

    private Upload(long most) {
        this.most = most;
    }

    static Mono<Packed> take(Flux<DataBuffer> body) {
        return take(body, MOST_BYTES);
    }

    /** Errors: a 413 problem where there is more. */
    static Mono<Packed> take(Flux<DataBuffer> body, long most) {
        return Mono.defer(() -> {
            var upload = new Upload(most);
            // Compressing is work that no thread of the network may do.
            return body.publishOn(Schedulers.boundedElastic(), 16)
                    .doOnDiscard(DataBuffer.class, DataBufferUtils::release)
                    .doOnNext(upload::add)
                    .then(Mono.fromSupplier(upload.packer::pack));
        });
    }

    private void add(DataBuffer buffer) {
        try (var parts = buffer.readableByteBuffers()) {
            bytes += buffer.readableByteCount();
            if (bytes > most) {
                throw tooLarge();
            }
            while (parts.hasNext()) {
                write(parts.next());
            }
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private void write(ByteBuffer part) {
        byte[] chunk = new byte[part.remaining()];
        part.get(chunk);
        try {
            packer.write(chunk);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    private ProblemException tooLarge() {
        return new ProblemException(
                413,
                "content-too-large",
                "The body is too large",
                "the body is larger than %d bytes".formatted(most),
                List.of(),
                null,
                null);
    }
}
