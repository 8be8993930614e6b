package io.gridwhistle.city.grid;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** A document's bytes, of which one member at a time may be so many and no more, where it is read into memory as a whole. */
final class MemberBytes extends FilterInputStream {
    static final class TooManyException extends RuntimeException {
        TooManyException(long most) {
            super("is larger than %d bytes".formatted(most));
        }
    }

    /** A parser has begun to read what comes after a member before it knows that the member has ended. */
    private static final int READ_AHEAD = 64 * 1024;

    private final long most;
    private long left = Long.MAX_VALUE;

    MemberBytes(InputStream document, long most) {
        super(document);
        this.most = most;
    }

    /** Errors: {@link TooManyException} where reading the member takes more. */
    <T> T within(Supplier<T> reading) {
        left = most == Long.MAX_VALUE ? most : most + READ_AHEAD;
        try {
            return reading.get();
        } finally {
            left = Long.MAX_VALUE;
        }
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw new TooManyException(most);
        }
    }
}
