package io.gridwhistle.events;

/** Operating modes of a district or an exclusive grid: 平时, 节假日, 重大活动, 应急. */
public enum OperatingMode implements Coded {
    ORDINARY,
    HOLIDAY,
    MAJOR_EVENT,
    EMERGENCY
}
