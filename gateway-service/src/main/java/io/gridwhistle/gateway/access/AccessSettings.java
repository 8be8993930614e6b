package io.gridwhistle.gateway.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whom the gateway knows, and how it vouches for them.
 *
 * @param credentialsFile a JSON array as {@link CredentialsFile} describes it
 * @param callerSecret shared with the services alone; at least 32 characters
 */
@ConfigurationProperties("gridwhistle.gateway")
@Validated
record AccessSettings(
        @NotNull Path credentialsFile,
        @NotBlank String callerSecret,
        @Valid @DefaultValue Rate rate) {

    /** How fast each credential may call: steadily, and at once after a pause. */
    record Rate(
            @Positive @DefaultValue("2000") long perSecond,
            @Positive @DefaultValue("4000") long burst) {}

    @Override
    public String toString() {
        return "AccessSettings[credentialsFile=%s, rate=%s]".formatted(credentialsFile, rate);
    }
}
