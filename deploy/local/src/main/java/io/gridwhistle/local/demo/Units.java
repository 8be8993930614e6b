package io.gridwhistle.local.demo;

import io.gridwhistle.local.folder.Unit;
import java.util.ArrayList;
import java.util.List;

/** The registered units: of the city, then of each district its centre, departments and street offices. */
final class Units {

    private Units() {}

    static List<Unit> all() {
        List<Unit> units = new ArrayList<>();
        units.add(new Unit(DemoCity.CENTRE, "郑州市城市运行中心", DemoCity.CODE, Unit.Kind.CITY_CENTRE));
        units.add(new Unit(TowerZone.TASK_FORCE, "二七塔商圈专班", DemoCity.CODE, Unit.Kind.TASK_FORCE));
        for (Trade trade : Trade.values()) {
            if (trade.isCityWide()) {
                units.add(new Unit(trade.unit(), "郑州市" + trade.label(), DemoCity.CODE, trade.kind(), trade.calendar()));
            }
        }
        for (District district : District.ALL) {
            addUnitsOf(district, units);
        }
        return units;
    }

    private static void addUnitsOf(District district, List<Unit> units) {
        for (Trade trade : Trade.values()) {
            if (!trade.isCityWide()) {
                String name = district.label() + trade.label();
                units.add(new Unit(trade.unitIn(district), name, district.code(), trade.kind(), trade.calendar()));
            }
        }
        for (District.Street street : district.streets()) {
            units.add(new Unit(street.unit(), street.label(), district.code(), Unit.Kind.STREET, "street"));
        }
    }
}
