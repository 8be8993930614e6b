package io.gridwhistle.log.reference;

import io.gridwhistle.events.ReferenceKind;
import java.nio.charset.StandardCharsets;

/**
 * A versioned document. Its version is the head of its SHA-256, so that the same content is the same version.
 *
 * @param packed a version that nobody asks for stays packed
 */
public record Reference(ReferenceKind kind, String version, Packed packed) {
    private static final int VERSION_LENGTH = 12;

    public static Reference of(ReferenceKind kind, byte[] content) {
        return of(kind, Packed.of(content));
    }

    public static Reference of(ReferenceKind kind, Packed packed) {
        return new Reference(kind, packed.digest().substring(0, VERSION_LENGTH), packed);
    }

    public String digest() {
        return packed.digest();
    }

    public byte[] content() {
        return packed.unpack();
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
