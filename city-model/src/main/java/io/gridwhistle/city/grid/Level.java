package io.gridwhistle.city.grid;

import io.gridwhistle.events.Coded;

/** The ladder of grids: 市, 区, 一级, 二级, 三级, 微网格. */
public enum Level implements Coded {
    CITY,
    DISTRICT,
    L1,
    L2,
    L3,
    MICRO
}
