package io.gridwhistle.city;

import io.gridwhistle.events.Acceptance;
import io.gridwhistle.events.Coded;
import io.gridwhistle.events.Severity;
import io.gridwhistle.events.id.ClassCode;
import org.jspecify.annotations.Nullable;

/**
 * A class of cases (案件类别).
 *
 * @param first who is asked first; by default a component's owner (先属主后属地), an event's territory (先属地后属主)
 * @param severity of a case whose report names none; by default ordinary
 * @param related when two reports are of the same thing; absent where they never are
 */
public record CaseClass(
        ClassCode code,
        String name,
        Kind kind,
        @Nullable First first,
        Acceptance acceptance,
        @Nullable Severity severity,
        @Nullable String group,
        @Nullable Related related) {

    public enum Kind implements Coded {
        /** 部件: a thing that somebody owns. */
        COMPONENT,
        /** 事件: something that happens at a place. */
        EVENT
    }

    public enum First implements Coded {
        OWNER,
        TERRITORY
    }

    /** A class whose reports are each a case of their own. */
    public CaseClass(
            ClassCode code,
            String name,
            Kind kind,
            @Nullable First first,
            Acceptance acceptance,
            @Nullable String group) {
        this(code, name, kind, first, acceptance, null, group, null);
    }

    public CaseClass {
        first = first != null ? first : kind == Kind.COMPONENT ? First.OWNER : First.TERRITORY;
    }
}
