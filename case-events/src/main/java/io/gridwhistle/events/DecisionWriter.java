package io.gridwhistle.events;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.UTF8JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes a decision the way it was written just before.
 *
 * <p>One decision stands on each order of a dispatch, in the log, and in what is kept of the case; it is most of their
 * bytes, and most of the time that routing a case takes.
 */
final class DecisionWriter extends StdSerializer<RoutingDecision> {
    private record Written(RoutingDecision decision, SerializedString json) {}

    private static final ThreadLocal<@Nullable Written> LAST = new ThreadLocal<>();

    private final ValueSerializer<RoutingDecision> usual;

    private DecisionWriter(ValueSerializer<RoutingDecision> usual) {
        super(RoutingDecision.class);
        this.usual = usual;
    }

    @Override
    public void serialize(RoutingDecision decision, JsonGenerator json, SerializationContext context) {
        if (json instanceof UTF8JsonGenerator) {
            json.writeRawValue(written(decision).json());
        } else {
            usual.serialize(decision, json, context);
        }
    }

    private static Written written(RoutingDecision decision) {
        Written last = LAST.get();
        // The very same one: to look whether two are equal takes as long as to write one.
        if (last == null || last.decision() != decision) {
            last = new Written(decision, new SerializedString(Json.PLAIN.writeValueAsString(decision)));
            LAST.set(last);
        }
        return last;
    }

    @Override
    public void resolve(SerializationContext context) {
        usual.resolve(context);
    }

    static final class Modifier extends ValueSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        @SuppressWarnings("unchecked")
        public ValueSerializer<?> modifySerializer(
                SerializationConfig config, BeanDescription.Supplier bean, ValueSerializer<?> serializer) {
            return bean.getBeanClass() == RoutingDecision.class
                    ? new DecisionWriter((ValueSerializer<RoutingDecision>) serializer)
                    : serializer;
        }
    }
}
