package io.gridwhistle.gateway.trace;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code traceparent} header of W3C Trace Context, level 1; a later version is read as far as this one goes. */
record TraceParent(String traceId, String parentId, String flags) {
    static final String HEADER = "traceparent";
    private static final Pattern SHAPE =
            Pattern.compile("(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    /** What the caller sent; empty where it sent none, several, or one that is not well formed. */
    static Optional<TraceParent> parse(List<String> headers) {
        if (headers.size() != 1) {
            return Optional.empty();
        }
        Matcher parts = SHAPE.matcher(headers.getFirst());
        return parts.matches() && !(parts.group(1).equals("00") && parts.group(5) != null)
                ? Optional.of(new TraceParent(parts.group(2), parts.group(3), parts.group(4)))
                : Optional.empty();
    }

    /** A trace that begins here; nobody has decided to sample it. */
    static TraceParent begin() {
        return new TraceParent(random(16), random(8), "00");
    }

    private static String random(int bytes) {
        byte[] id = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(id);
        // All zeros would be no id.
        id[0] |= 1;
        return HexFormat.of().formatHex(id);
    }

    @Override
    public String toString() {
        return "00-" + traceId + "-" + parentId + "-" + flags;
    }
}
