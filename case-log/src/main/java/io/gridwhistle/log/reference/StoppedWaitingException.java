package io.gridwhistle.log.reference;

/** The service ends while somebody waits for a version; nothing is wrong with what he waits for. */
public final class StoppedWaitingException extends RuntimeException {
    StoppedWaitingException(String version) {
        super("stopped while waiting for " + version);
    }
}
