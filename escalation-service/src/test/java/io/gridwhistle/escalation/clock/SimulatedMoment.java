package io.gridwhistle.escalation.clock;

import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.log.streams.Modes;
import io.gridwhistle.log.streams.Moment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A place in the log, with the references of these stories and the modes said before it. */
record SimulatedMoment(Instant logTime, Modes modes) implements Moment {
    static final Map<ReferenceKind, byte[]> REFERENCES = Map.of(
            ReferenceKind.CITY,
            utf8("""
                    {"code": "city", "name": "City", "timeZone": "Asia/Shanghai", "synthetic": true, "levels": [],
                     "districts": [{"code": "erqi", "name": "Erqi"}], "channels": [],
                     "classes": [{"code": "litter", "name": "Litter", "kind": "event", "acceptance": "automatic"},
                                 {"code": "paperwork", "name": "Paperwork", "kind": "event", "acceptance": "automatic"},
                                 {"code": "noise", "name": "Noise", "kind": "event", "acceptance": "automatic"}]}
                    """),
            ReferenceKind.UNITS,
            utf8("[]"),
            ReferenceKind.CALENDARS,
            utf8("""
                    {"default": "office", "calendars": [{"code": "office", "name": "Office", "timeZone": "Asia/Shanghai",
                     "hours": {"monday": ["09:00-12:00", "14:00-18:00"], "thursday": ["09:00-12:00", "14:00-18:00"],
                               "friday": ["09:00-12:00", "14:00-18:00"]}}]}
                    """),
            ReferenceKind.POLICIES,
            utf8("""
                    [{"class": "*", "rework": 0.5, "ladder": 1,
                      "suspension": {"times": 3, "longest": {"time": "P30D"}}, "extension": {"times": 1, "longest": {"time": "P7D"}},
                      "clocks": {
                        "accept": {"time": "PT30M", "warn": {"orange": 0.8}},
                        "dispatch": {"time": "PT10M", "warn": {"orange": 0.8}},
                        "acknowledge": {"time": "PT20M", "warn": {"orange": 0.8}},
                        "handle": {"time": "PT2H", "warn": {"orange": 0.8}},
                        "verify": {"time": "PT1H", "warn": {"orange": 0.8}},
                        "consultation": {"time": "PT3H", "warn": {"orange": 0.8}},
                        "follow-up": {"time": "PT24H", "warn": {"orange": 0.8}, "breach": "supervise"},
                        "overall": {"time": "PT10H", "warn": {"orange": 0.8}}}},
                     {"class": "*", "mode": "emergency", "clocks": {
                        "acknowledge": {"time": "PT5M", "warn": {"orange": 0.8}},
                        "handle": {"time": "PT30M", "warn": {"orange": 0.8}},
                        "verify": {"time": "PT4H", "warn": {"orange": 0.8}},
                        "overall": {"time": "PT5H", "warn": {"orange": 0.8}}}},
                     {"class": "*", "mode": "major-event", "clocks": {"handle": {"time": "PT1H", "warn": {"orange": 0.8}}}},
                     {"class": "paperwork", "clocks": {"handle": {"workingTime": "PT4H"}, "overall": {"time": "P30D"}}},
                     {"class": "noise", "clocks": {
                        "acknowledge": {"time": "PT20M", "warn": {"orange": 0.8}, "breach": "alarm"}}}]
                    """));

    private static final Map<ReferenceKind, Object> PARSED = new ConcurrentHashMap<>();

    private static byte[] utf8(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<String> findVersion(ReferenceKind kind) {
        return Optional.of("v1");
    }

    @Override
    @SuppressWarnings("unchecked") // A kind is only ever parsed into one type.
    public <T> Optional<T> findReference(ReferenceKind kind, Function<byte[], T> parser) {
        byte[] json = REFERENCES.get(kind);
        return Optional.ofNullable(json == null ? null : (T) PARSED.computeIfAbsent(kind, it -> parser.apply(json)));
    }

    @Override
    public ModeInForce mode(List<String> places, Instant at) {
        return modes.find(places, at);
    }

    @Override
    public String source() {
        return "/escalation";
    }
}
