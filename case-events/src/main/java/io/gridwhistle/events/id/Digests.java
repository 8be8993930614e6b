package io.gridwhistle.events.id;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

final class Digests {
    private Digests() {}

    /** The first {@code length} base-32 digits of the text's SHA-256. */
    static String base32(String text, int length) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            String digits = new BigInteger(1, hash).shiftRight(1).toString(32);
            // 255 bits are 51 digits; leading zeros come back where BigInteger drops them.
            return ("0".repeat(51 - digits.length()) + digits).substring(0, length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
