package io.gridwhistle.events.id;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What each id looks like, for those outside this package who have to write it down. */
public final class IdShapes {
    static final Map<Class<?>, Pattern> ALL = Map.of(
            CaseId.class, Codes.CASE,
            CellCode.class, Codes.CELL,
            ChannelCode.class, Codes.SLUG,
            ClassCode.class, Codes.SLUG,
            DistrictCode.class, Codes.SLUG,
            EventId.class, Codes.EVENT,
            OrderId.class, Codes.ORDER,
            PlatformId.class, Codes.SLUG,
            UnitCode.class, Codes.CELL);

    private IdShapes() {}

    public static Optional<Pattern> find(Class<?> type) {
        return Optional.ofNullable(ALL.get(type));
    }
}
