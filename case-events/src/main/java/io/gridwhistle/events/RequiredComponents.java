package io.gridwhistle.events;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.Executable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/** Holds a record that is read to its null-marking: what is not {@code @Nullable} is there, and lists hold no nulls. */
final class RequiredComponents extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonSetter.@Nullable Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        return annotated instanceof AnnotatedParameter parameter && !isNullable(parameter)
                ? JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL)
                : null;
    }

    private static boolean isNullable(AnnotatedParameter parameter) {
        return parameter.getOwner().getAnnotated() instanceof Executable creator
                && creator.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(Nullable.class);
    }
}
