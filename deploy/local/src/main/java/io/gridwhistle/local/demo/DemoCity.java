package io.gridwhistle.local.demo;

import io.gridwhistle.local.folder.Boundaries;
import io.gridwhistle.local.folder.Calendars;
import io.gridwhistle.local.folder.Cell;
import io.gridwhistle.local.folder.City;
import io.gridwhistle.local.folder.CityFolder;
import io.gridwhistle.local.folder.Label;
import io.gridwhistle.local.folder.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A synthetic city of the size and shape that is published of Zhengzhou's grid governance.
 *
 * <p>Numbers of grids, the meeting point of the districts and the zone's area are published ones; every border below
 * is made up. The same bytes come out of every run.
 */
public final class DemoCity {

    static final String CODE = "410100";
    static final String CENTRE = "city-centre-" + CODE;

    private static final String NAME = "郑州市（合成演示数据）";
    private static final String SOURCE = "合成演示数据：网格数量取自公开报道，边界、社区名称与人员岗位均为程序生成，不代表真实情况。";

    private static final List<Label> RETURN_REASONS = List.of(
            new Label("not-our-duty", "非本单位职责"),
            new Label("not-our-area", "非本辖区"),
            new Label("wrong-class", "案件类别有误"),
            new Label("wrong-place", "案件位置有误"),
            new Label("no-authority", "无执法或处置权限"),
            new Label("not-our-asset", "非本单位权属设施"),
            new Label("needs-others", "需多部门联合处置"));

    /** With this seed five L1 grids meet the tower zone, as is published of it. */
    private static final long SEED = 410_113;

    private DemoCity() {}

    public static void writeTo(Path folder) {
        new CityFolder(
                        city(),
                        Units.all(),
                        Matrix.rows(),
                        Rules.all(),
                        Calendars.of(DemoCity.class),
                        Boundaries.of(NAME + "网格", cells()))
                .writeTo(folder);
    }

    private static City city() {
        return new City(
                CODE,
                NAME,
                "Asia/Shanghai",
                true,
                SOURCE,
                List.of(Level.values()),
                District.ALL.stream()
                        .map(district -> new Label(district.code(), district.label()))
                        .toList(),
                Channels.ALL,
                Matters.ALL.stream().map(Matter::caseClass).toList(),
                RETURN_REASONS);
    }

    private static List<Cell> cells() {
        Random random = new Random(SEED);
        Outline outline = new Outline();
        List<Grid> grids = new ArrayList<>();
        grids.addAll(new Ladder(District.ERQI, random).cut(outline.west()));
        grids.addAll(new Ladder(District.JINSHUI, random).cut(outline.northEast()));
        grids.addAll(new Ladder(District.GUANCHENG, random).cut(outline.southEast()));

        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.city(Borders.of(outline.city()), CODE, NAME, CENTRE));
        grids.stream().map(Grid::cell).forEach(cells::add);
        cells.addAll(TowerZone.cells());
        return cells;
    }
}
