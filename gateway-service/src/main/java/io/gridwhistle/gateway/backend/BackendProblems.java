package io.gridwhistle.gateway.backend;

import io.gridwhistle.gateway.door.Backend;
import io.gridwhistle.log.web.ProblemException;
import io.netty.channel.ConnectTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What a caller is told when a service does not answer; names the service, never its address. */
final class BackendProblems {
    private BackendProblems() {}

    /** Whether the service, not the request, is to blame. */
    static boolean isFailure(Throwable e) {
        return e instanceof ProblemException problem && problem.status() >= 502;
    }

    static ProblemException of(Backend backend, Throwable e) {
        if (e instanceof ProblemException own) {
            return own;
        }
        if (neverArrived(e)) {
            return away(backend, "backend-unreachable", "cannot be reached", Duration.ofSeconds(1), e);
        }
        if (e instanceof ResponseStatusException status && status.getStatusCode() == HttpStatus.GATEWAY_TIMEOUT) {
            return unknown(504, "backend-timeout", "did not answer in time", backend, e);
        }
        return unknown(502, "backend-broke-off", "broke the connection off", backend, e);
    }

    static ProblemException away(
            Backend backend, String type, String what, Duration retryAfter, @Nullable Throwable cause) {
        return new ProblemException(
                503,
                type,
                "Come back shortly",
                "the %s service %s right now; the request was not passed on".formatted(backend.code(), what),
                List.of(),
                retryAfter,
                cause);
    }

    private static ProblemException unknown(int status, String type, String what, Backend backend, Throwable cause) {
        return new ProblemException(
                status,
                type,
                "No answer",
                "the %s service %s; whether it has carried the request out is not known, it is safe to repeat"
                        .formatted(backend.code(), what),
                List.of(),
                null,
                cause);
    }

    private static boolean neverArrived(Throwable e) {
        return e instanceof IOException
                && (e instanceof ConnectException
                        || e instanceof ConnectTimeoutException
                        || e instanceof UnknownHostException
                        || e instanceof NoRouteToHostException);
    }
}
