package io.gridwhistle.gateway.backend;

import io.gridwhistle.gateway.door.Backend;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where the services are, and what is asked of them.
 *
 * @param services scheme, host and port of each; no path
 * @param readinessTimeout how long a service may take to say that it is ready
 */
@ConfigurationProperties("gridwhistle.gateway")
@Validated
record BackendSettings(
        @DefaultValue Map<Backend, URI> services,
        @Valid @DefaultValue Limits limits,
        @Valid @DefaultValue Breaker breaker,
        @DefaultValue("2s") Duration readinessTimeout) {

    BackendSettings {
        for (Backend backend : Backend.values()) {
            if (!isBase(services.get(backend))) {
                throw new IllegalArgumentException("gridwhistle.gateway.services.%s is not of the form http://host:port"
                        .formatted(backend.code()));
            }
        }
        services = Map.copyOf(services);
    }

    /**
     * What a request may carry and how long it may take, by its load.
     *
     * @param bodyTime in which a small body must have come in
     * @param answerTime until the head of the answer, where the body is small
     * @param largeAnswerTime until the head of the answer, where the body is large, whose sending counts, or the answer is long
     *     in the making
     */
    record Limits(
            @DefaultValue("256KB") DataSize body,
            @DefaultValue("256MB") DataSize largeBody,
            @DefaultValue("10s") Duration bodyTime,
            @DefaultValue("15s") Duration answerTime,
            @DefaultValue("10m") Duration largeAnswerTime) {}

    /**
     * When a service that cannot be reached is left alone, and for how long.
     *
     * @param failurePercent of the last {@code window} calls
     */
    record Breaker(
            @Positive @DefaultValue("20") int window,
            @Positive @DefaultValue("10") int minimumCalls,
            @Positive @Max(100) @DefaultValue("50") int failurePercent,
            @DefaultValue("5s") Duration openFor) {}

    URI base(Backend backend) {
        return Objects.requireNonNull(services.get(backend));
    }

    private static boolean isBase(@Nullable URI uri) {
        return uri != null
                && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                && uri.getHost() != null
                && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"));
    }
}
