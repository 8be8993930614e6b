package io.gridwhistle.log.reference;

import io.gridwhistle.events.ReferenceKind;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What versions say, each parsed once.
 *
 * <p>Of a kind, the versions that are in force or come next stay; of the others, those that were asked for last, up to a
 * few in all. A version that will soon be asked for is parsed ahead, since for the boundaries of a city that takes seconds.
 */
final class ParsedVersions {
    private static final Logger LOG = LoggerFactory.getLogger(ParsedVersions.class);
    private static final int KEPT = 3;

    /** A version and, once somebody has asked, what it says. */
    private static final class Slot {
        private @Nullable Object parsed;

        synchronized Object parse(Reference reference, Function<byte[], ?> parser) {
            if (parsed == null) {
                long start = System.nanoTime();
                parsed = parser.apply(reference.content());
                LOG.info("{} took {} ms to read", reference, (System.nanoTime() - start) / 1_000_000);
            }
            return parsed;
        }
    }

    /** How a kind is parsed: known once anybody has said so, or asked for a version of it. */
    private final Map<ReferenceKind, Function<byte[], ?>> parsers = new EnumMap<>(ReferenceKind.class);

    private final Map<ReferenceKind, LinkedHashMap<String, Slot>> slots = new EnumMap<>(ReferenceKind.class);
    private final Map<ReferenceKind, Set<String>> pinned = new EnumMap<>(ReferenceKind.class);
    private final ExecutorService ahead = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("reference-parser").daemon().factory());

    synchronized void expect(ReferenceKind kind, Function<byte[], ?> parser) {
        parsers.putIfAbsent(kind, parser);
    }

    @SuppressWarnings("unchecked") // One kind is only ever parsed into one type within a service.
    <T> T get(Reference reference, Function<byte[], T> parser) {
        return (T) slot(reference, parser).parse(reference, parser);
    }

    /** Parses a version unless it is, if it is known how. */
    void parse(Reference reference) {
        Function<byte[], ?> parser = findParser(reference.kind());
        if (parser != null) {
            slot(reference, parser).parse(reference, parser);
        }
    }

    /** Parses a version on a thread of its own, unless somebody has asked for it already. */
    synchronized void parseAhead(Reference reference) {
        Function<byte[], ?> parser = parsers.get(reference.kind());
        var known = slots.get(reference.kind());
        if (parser == null || (known != null && known.containsKey(reference.version()))) {
            return;
        }
        Slot slot = slot(reference, parser);
        ahead.execute(() -> {
            try {
                slot.parse(reference, parser);
            } catch (RuntimeException e) {
                LOG.warn("{} cannot be parsed", reference, e);
            }
        });
    }

    /** These versions of a kind stay. */
    synchronized void pin(ReferenceKind kind, Set<String> versions) {
        pinned.put(kind, versions);
    }

    void close() {
        ahead.shutdownNow();
    }

    private synchronized @Nullable Function<byte[], ?> findParser(ReferenceKind kind) {
        return parsers.get(kind);
    }

    private synchronized Slot slot(Reference reference, Function<byte[], ?> parser) {
        expect(reference.kind(), parser);
        var ofKind = slots.computeIfAbsent(reference.kind(), kind -> new LinkedHashMap<>(8, 0.75f, true));
        Slot slot = ofKind.computeIfAbsent(reference.version(), version -> new Slot());
        Set<String> staying = pinned.getOrDefault(reference.kind(), Set.of());
        Iterator<String> eldest = ofKind.keySet().iterator();
        while (ofKind.size() > KEPT && eldest.hasNext()) {
            String version = eldest.next();
            if (!staying.contains(version) && !version.equals(reference.version())) {
                eldest.remove();
            }
        }
        return slot;
    }
}
