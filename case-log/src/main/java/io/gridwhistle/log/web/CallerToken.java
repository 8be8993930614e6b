package io.gridwhistle.log.web;

import io.gridwhistle.events.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;

/**
 * How the gateway tells a service who calls: the caller as JSON and an HMAC-SHA256 over it, in one header.
 *
 * <p>A service believes nobody who does not hold the secret, so reaching it past the gateway gains nothing. A token
 * holds for a minute.
 */
public final class CallerToken {
    public static final String HEADER = "X-Gridwhistle-Caller";
    private static final Duration LIFETIME = Duration.ofMinutes(1);
    private static final int MIN_SECRET = 32;

    private final SecretKeySpec key;

    /** Errors: {@link IllegalArgumentException} where the secret is shorter than 32 characters. */
    public CallerToken(String secret) {
        if (secret.length() < MIN_SECRET) {
            throw new IllegalArgumentException("the caller secret has fewer than %d characters".formatted(MIN_SECRET));
        }
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    private record Signed(Caller caller, long until) {}

    /** The header's value for a caller at this moment. */
    public String sign(Caller caller, Instant now) {
        byte[] body = Json.MAPPER.writeValueAsBytes(
                new Signed(caller, now.plus(LIFETIME).toEpochMilli()));
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString(body) + "." + base64.encodeToString(mac(body));
    }

    /** The caller; empty where the header was not signed with this secret, or too long ago. */
    public Optional<Caller> verify(String header, Instant now) {
        int dot = header.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            byte[] body = Base64.getUrlDecoder().decode(header.substring(0, dot));
            byte[] signature = Base64.getUrlDecoder().decode(header.substring(dot + 1));
            if (!MessageDigest.isEqual(signature, mac(body))) {
                return Optional.empty();
            }
            Signed signed = Json.MAPPER.readValue(body, Signed.class);
            return signed.until() < now.toEpochMilli() ? Optional.empty() : Optional.of(signed.caller());
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    private byte[] mac(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
