package io.gridwhistle.local.demo;

import static io.gridwhistle.local.folder.Responsibility.ANY;

import io.gridwhistle.local.folder.Responsibility;
import io.gridwhistle.local.folder.Responsibility.Role;
import java.util.ArrayList;
import java.util.List;

/** Who owns, helps with and supervises what, and where. */
final class Matrix {

    private final List<Responsibility> rows = new ArrayList<>();

    private Matrix() {}

    /** Every class has an owner everywhere; where no row names one, the district's or the city's centre is it. */
    static List<Responsibility> rows() {
        Matrix matrix = new Matrix();
        Matters.ALL.forEach(matrix::add);
        for (District district : District.ALL) {
            matrix.add(ANY, district.code(), district.centre(), Role.OWNER);
        }
        matrix.add(ANY, TowerZone.CODE, TowerZone.TASK_FORCE, Role.OWNER);
        matrix.add(ANY, TowerZone.CODE, DemoCity.CENTRE, Role.SUPERVISOR);
        matrix.add(ANY, ANY, DemoCity.CENTRE, Role.OWNER);
        return matrix.rows;
    }

    private void add(Matter matter) {
        add(matter, matter.owner(), Role.OWNER);
        matter.helpers().forEach(helper -> add(matter, helper, Role.CO_HANDLER));
        if (matter.supervised()) {
            add(matter, Trade.CENTRE, Role.SUPERVISOR);
        }
    }

    private void add(Matter matter, Trade trade, Role role) {
        if (trade.isCityWide()) {
            add(matter.code(), ANY, trade.unit(), role);
            return;
        }
        for (District district : District.ALL) {
            add(matter.code(), district.code(), trade.unitIn(district), role);
        }
    }

    private void add(String classCode, String territory, String unit, Role role) {
        rows.add(new Responsibility(classCode, territory, unit, role));
    }
}
