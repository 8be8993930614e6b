package io.gridwhistle.log;

import java.util.List;

/** A topic is not what the log's rules need; starting on it would break them. */
public final class MisconfiguredTopicException extends RuntimeException {
    MisconfiguredTopicException(List<String> differences) {
        super("topics are configured otherwise: " + String.join("; ", differences));
    }
}
