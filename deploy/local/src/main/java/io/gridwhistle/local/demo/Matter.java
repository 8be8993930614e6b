package io.gridwhistle.local.demo;

import io.gridwhistle.local.folder.CaseClass;
import io.gridwhistle.local.folder.CaseClass.Acceptance;
import io.gridwhistle.local.folder.CaseClass.First;
import io.gridwhistle.local.folder.CaseClass.Kind;
import io.gridwhistle.local.folder.CaseClass.Related;
import io.gridwhistle.local.folder.Policy.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A class of cases with its pace, its owner, who helps, and whether the district centre supervises it. */
record Matter(
        String code,
        String name,
        Kind kind,
        String group,
        Pace pace,
        Trade owner,
        List<Trade> helpers,
        boolean supervised,
        @Nullable First first,
        Acceptance acceptance,
        @Nullable Related related) {

    static Matter component(String group, String code, String name, Pace pace, Trade owner, Trade... helpers) {
        return of(Kind.COMPONENT, group, code, name, pace, owner, helpers);
    }

    static Matter event(String group, String code, String name, Pace pace, Trade owner, Trade... helpers) {
        return of(Kind.EVENT, group, code, name, pace, owner, helpers);
    }

    private static Matter of(
            Kind kind, String group, String code, String name, Pace pace, Trade owner, Trade... helpers) {
        return new Matter(
                code, name, kind, group, pace, owner, List.of(helpers), false, null, Acceptance.AUTOMATIC, null);
    }

    Matter acceptedAtDesk() {
        return new Matter(code, name, kind, group, pace, owner, helpers, supervised, first, Acceptance.DESK, related);
    }

    Matter supervisedByCentre() {
        return new Matter(code, name, kind, group, pace, owner, helpers, true, first, acceptance, related);
    }

    Matter ownerFirst() {
        return new Matter(code, name, kind, group, pace, owner, helpers, supervised, First.OWNER, acceptance, related);
    }

    /** Reports so near each other, in space and time, are of the same thing. */
    Matter reportedOnce(int metres, String within) {
        Related same = new Related(metres, within);
        return new Matter(code, name, kind, group, pace, owner, helpers, supervised, first, acceptance, same);
    }

    CaseClass caseClass() {
        Severity severity = pace == Pace.EMERGENCY ? Severity.EMERGENCY : null;
        return new CaseClass(code, name, kind, first, acceptance, severity, group, related);
    }
}
