package io.gridwhistle.gateway.access;

import io.gridwhistle.events.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/**
 * Reads {@code [{"name", "sha256", "roles": [..], "platform"?, "unit"?, "districts": [..]}]}.
 *
 * <p>{@code sha256} is the key's digest in hexadecimal; the key itself stands nowhere. Keys are drawn at random and
 * long, so that a plain digest is as good as a slow one.
 */
final class CredentialsFile {
    // A misspelt restriction must not be taken for one that is absent.
    private static final ObjectReader ENTRY =
            Json.MAPPER.readerFor(Credential.class).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private CredentialsFile() {}

    /** Errors: {@link IllegalStateException} naming the file and the entry at fault. */
    static List<Credential> read(Path file) {
        JsonNode entries = parse(file);
        if (!entries.isArray() || entries.isEmpty()) {
            throw new IllegalStateException("credentials file %s: not an array with an entry at least".formatted(file));
        }
        List<Credential> credentials = new ArrayList<>();
        for (JsonNode entry : entries) {
            credentials.add(credential(
                    entry,
                    "credentials file %s, entry %d (%s)"
                            .formatted(
                                    file,
                                    credentials.size() + 1,
                                    entry.path("name").asString("no name"))));
        }
        return credentials;
    }

    private static JsonNode parse(Path file) {
        try {
            return Json.MAPPER.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalStateException("credentials file %s cannot be read: %s".formatted(file, e), e);
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    "credentials file %s is not JSON: %s".formatted(file, e.getOriginalMessage()), e);
        }
    }

    private static Credential credential(JsonNode entry, String where) {
        try {
            return ENTRY.readValue(entry);
        } catch (JacksonException e) {
            String what = e.getCause() instanceof IllegalArgumentException own
                    ? String.valueOf(own.getMessage())
                    : e.getOriginalMessage();
            throw new IllegalStateException(where + ": " + what, e);
        }
    }
}
