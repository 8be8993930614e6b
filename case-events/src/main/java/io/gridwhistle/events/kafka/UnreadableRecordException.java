package io.gridwhistle.events.kafka;

import org.jspecify.annotations.Nullable;

/** A record is not the event it should be; the message says in what. */
public final class UnreadableRecordException extends RuntimeException {
    public UnreadableRecordException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
