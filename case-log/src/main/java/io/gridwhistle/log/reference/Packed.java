package io.gridwhistle.log.reference;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A document as it is kept and sent: compressed; {@code digest} is the SHA-256 of what it says, in hexadecimal. */
public record Packed(byte[] compressed, String digest) {
    private static final int BUFFER = 64 * 1024;

    public static Packed of(byte[] content) {
        var packer = new Packer();
        try {
            packer.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return packer.pack();
    }

    /** Errors: {@link UncheckedIOException} where it was not compressed by this. */
    static Packed ofCompressed(byte[] compressed) {
        var digest = sha256();
        try (var in = unpacking(compressed)) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        } catch (IOException e) {
            throw new UncheckedIOException("a reference cannot be decompressed", e);
        }
        return new Packed(compressed, HexFormat.of().formatHex(digest.digest()));
    }

    /** What it says, as a stream that never holds all of it. */
    public InputStream open() {
        try {
            return unpacking(compressed);
        } catch (IOException e) {
            throw new UncheckedIOException("a reference cannot be decompressed", e);
        }
    }

    public byte[] unpack() {
        try (var in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a reference cannot be decompressed", e);
        }
    }

    private static InputStream unpacking(byte[] compressed) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(compressed), BUFFER);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Packs what is written to it, so that nobody has to hold all of a large document. */
    public static final class Packer extends FilterOutputStream {
        private final ByteArrayOutputStream compressed;
        private final MessageDigest digest;

        public Packer() {
            this(new ByteArrayOutputStream(), sha256());
        }

        private Packer(ByteArrayOutputStream compressed, MessageDigest digest) {
            super(new DigestOutputStream(zip(compressed), digest));
            this.compressed = compressed;
            this.digest = digest;
        }

        private static OutputStream zip(OutputStream to) {
            try {
                return new GZIPOutputStream(to, BUFFER);
            } catch (IOException e) {
                throw new UncheckedIOException("writing to memory failed", e);
            }
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        /** All that was written. */
        public Packed pack() {
            try {
                close();
            } catch (IOException e) {
                throw new UncheckedIOException("writing to memory failed", e);
            }
            return new Packed(compressed.toByteArray(), HexFormat.of().formatHex(digest.digest()));
        }
    }
}
