package io.gridwhistle.local.demo;

import io.gridwhistle.local.folder.Cell;
import io.gridwhistle.local.folder.Level;

/** An ordinary grid; its border is known once all its neighbours have been cut. */
record Grid(Level level, String code, String name, String parent, District district, String chief, Face face) {

    static Grid district(District district, Face face) {
        return new Grid(
                Level.DISTRICT, district.code(), district.label(), DemoCity.CODE, district, district.centre(), face);
    }

    Cell cell() {
        Cell cell = Cell.ordinary(Borders.of(face), code, name, level, parent, district.code(), chief);
        return level == Level.L1 ? cell.answeredForBy(code + "-leader") : cell;
    }
}
