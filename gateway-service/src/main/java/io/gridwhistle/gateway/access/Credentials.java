package io.gridwhistle.gateway.access;

import io.gridwhistle.log.web.Caller;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the caller by a key's digest.
 *
 * <p>How long the look-up takes tells nothing of use: who tries keys cannot choose their digests.
 */
final class Credentials {
    private static final int MAX_KEY = 256;
    private final Map<String, Caller> callers = new HashMap<>();

    /** Errors: {@link IllegalStateException} where a name or a key stands twice. */
    Credentials(List<Credential> credentials) {
        Set<String> names = new HashSet<>();
        for (Credential credential : credentials) {
            if (!names.add(credential.name())) {
                throw new IllegalStateException("credential %s stands twice".formatted(credential.name()));
            }
            Caller other = callers.put(credential.sha256(), credential.caller());
            if (other != null) {
                throw new IllegalStateException(
                        "credentials %s and %s have the same key".formatted(other.name(), credential.name()));
            }
        }
    }

    Optional<Caller> find(@Nullable String key) {
        return key == null || key.length() > MAX_KEY ? Optional.empty() : Optional.ofNullable(callers.get(digest(key)));
    }

    static String digest(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
