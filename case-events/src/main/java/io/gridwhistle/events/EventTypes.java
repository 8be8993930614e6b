package io.gridwhistle.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The CloudEvents type of each event class, {@code io.gridwhistle.<event-name>.v1}, read off the sealed hierarchies. */
public final class EventTypes {
    private static final String PREFIX = "io.gridwhistle.";
    private static final Map<String, Class<?>> BY_TYPE = new HashMap<>();
    /** Asked for with every record that is written. */
    private static final ClassValue<String> TYPES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> event) {
            return PREFIX + nameOf(event) + ".v1";
        }
    };

    static {
        listAll().forEach(event -> BY_TYPE.put(typeOf(event), event));
    }

    private EventTypes() {}

    /** The event's name in the field's own words, such as {@code case-reported}. */
    public static String nameOf(Class<?> event) {
        return event.getSimpleName().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    public static String typeOf(Class<?> event) {
        return TYPES.get(event);
    }

    public static Optional<Class<?>> findByType(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** Every event and order message there is. */
    public static List<Class<?>> listAll() {
        var leaves = new ArrayList<Class<?>>();
        collect(LogEvent.class, leaves);
        collect(OrderMessage.class, leaves);
        return leaves;
    }

    private static void collect(Class<?> type, List<Class<?>> leaves) {
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                collect(permitted, leaves);
            }
        } else {
            leaves.add(type);
        }
    }
}
