package io.gridwhistle.local.losangeles;

import io.gridwhistle.local.folder.Cell;
import io.gridwhistle.local.folder.Exclusive;
import io.gridwhistle.local.folder.Lead;
import io.gridwhistle.local.folder.Level;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/** The city, its council districts, and the neighborhood councils that lie across those. */
final class Cells {

    private Cells() {}

    static List<Cell> of(List<Area> districts, List<Area> neighborhoods) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.city(union(districts), LosAngelesCity.CODE, LosAngelesCity.NAME, LosAngelesCity.CITY_HALL));
        for (Area district : districts) {
            String code = "cd-" + district.id();
            cells.add(Cell.ordinary(
                    district.shape(),
                    code,
                    district.name(),
                    Level.DISTRICT,
                    LosAngelesCity.CODE,
                    code,
                    "council-" + district.id()));
        }
        for (Area neighborhood : neighborhoods) {
            String code = "nc-" + neighborhood.id();
            cells.add(Cell.exclusive(
                    neighborhood.shape(),
                    code,
                    neighborhood.name(),
                    Level.L1,
                    LosAngelesCity.CODE,
                    code,
                    new Exclusive(Exclusive.Mode.CO_OWN, Exclusive.ALL, 10, new Lead.One(code))));
        }
        return cells;
    }

    private static Geometry union(List<Area> areas) {
        List<Geometry> shapes = areas.stream().<Geometry>map(Area::shape).toList();
        return AreaFile.multiPolygon(UnaryUnionNG.union(shapes, AreaFile.SEVEN_DECIMALS));
    }
}
