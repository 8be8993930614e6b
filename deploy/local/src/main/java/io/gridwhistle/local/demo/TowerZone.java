package io.gridwhistle.local.demo;

import io.gridwhistle.local.folder.Cell;
import io.gridwhistle.local.folder.Exclusive;
import io.gridwhistle.local.folder.Lead;
import io.gridwhistle.local.folder.Level;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Polygon;

/** The commercial zone around the tower, across three districts, and the mall inside it with its floors. */
final class TowerZone {

    static final String TASK_FORCE = "erqi-tower-task-force";
    static final String CODE = "erqi-tower-zone";

    private static final String MALL = CODE + "-asia-mall";
    private static final String BUILDING = "asia-mall";
    private static final String MALL_NAME = "亚细亚商场";
    private static final int FLOORS = 6;

    /** 1.17 square kilometres. */
    private static final List<Point> BORDER = List.of(
            new Point(-637, -150),
            new Point(-585, -455),
            new Point(-150, -595),
            new Point(290, -535),
            new Point(595, -210),
            new Point(665, 190),
            new Point(335, 495),
            new Point(-70, 589),
            new Point(-475, 435));

    /** Around the place where maps in GCJ-02 show the mall, 113.6721 E, 34.7563 N. */
    private static final List<Point> FOOTPRINT =
            List.of(new Point(-145, 108), new Point(-45, 118), new Point(-53, 198), new Point(-150, 188));

    /** The five street offices on whose ground it lies lead by turns (书记轮值), a month each. */
    private static final Lead TURNS = new Lead.InTurn(
            List.of("street-dehuajie", "street-renminlu", "street-beixiajie", "street-jiefanglu", "street-minggonglu"),
            "P1M",
            "2025-01-01");

    private TowerZone() {}

    static List<Cell> cells() {
        Polygon border = Plane.polygon(BORDER);
        Polygon footprint = Plane.polygon(FOOTPRINT);
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.exclusive(
                border,
                CODE,
                "二七塔商圈",
                Level.L1,
                DemoCity.CODE,
                TASK_FORCE,
                new Exclusive(Exclusive.Mode.OVERRIDE, Exclusive.ALL, 10, TURNS)));
        cells.add(Cell.exclusive(
                        footprint,
                        MALL,
                        MALL_NAME,
                        Level.L3,
                        CODE,
                        MALL + "-chief",
                        new Exclusive(Exclusive.Mode.OVERRIDE, Exclusive.ALL, 20, new Lead.One(MALL + "-chief")))
                .occupying(BUILDING));
        for (int floor = 1; floor <= FLOORS; floor++) {
            String code = MALL + "-f" + floor;
            String name = MALL_NAME + floor + "层";
            cells.add(Cell.floor(footprint, code, name, MALL, code + "-chief", BUILDING, Integer.toString(floor)));
        }
        return cells;
    }
}
