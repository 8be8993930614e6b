package io.gridwhistle.log.reference;

import io.gridwhistle.events.ReferenceKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * A versioned document. Its version is the head of its SHA-256, so that the same content is the same version.
 *
 * @param unpack gives the content; a version that nobody asks for stays packed
 */
public record Reference(ReferenceKind kind, String version, String digest, Supplier<byte[]> unpack) {
    private static final int VERSION_LENGTH = 12;

    public static Reference of(ReferenceKind kind, byte[] content) {
        String digest = sha256(content);
        return new Reference(kind, digest.substring(0, VERSION_LENGTH), digest, () -> content);
    }

    public byte[] content() {
        return unpack.get();
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return kind.code() + "/" + version;
    }

    static String keyOf(ReferenceKind kind, String version) {
        return kind.code() + "/" + version;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
