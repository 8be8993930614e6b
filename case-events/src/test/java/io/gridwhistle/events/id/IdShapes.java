package io.gridwhistle.events.id;

import java.util.Map;
import java.util.Optional;

/** What each id looks like, for those outside this package who have to write it down. */
public final class IdShapes {
    static final Map<Class<?>, Shape> ALL = Map.of(
            CalendarCode.class, Codes.SLUG,
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

    /** As a regular expression. */
    public static Optional<String> find(Class<?> type) {
        return Optional.ofNullable(ALL.get(type)).map(Shape::toString);
    }
}
