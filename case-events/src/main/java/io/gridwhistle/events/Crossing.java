package io.gridwhistle.events;

/** What a case crosses (三跨), so that one unit alone cannot answer for it. */
public enum Crossing implements Coded {
    /** 跨部门: the responsibility matrix names more than one owner. */
    DEPARTMENTS,
    /** 跨区域: more than one district is involved. */
    AREAS,
    /** 跨层级: of the owners, by matrix and by exclusive grid, some are the city's and some a district's. */
    LEVELS
}
