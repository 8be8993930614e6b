package io.gridwhistle.events;

/** Reference systems that coordinates come in. */
public enum Crs implements Coded {
    WGS84,
    CGCS2000,
    /** Amap, Tencent. */
    GCJ02,
    /** Baidu. */
    BD09;

    @Override
    public String code() {
        return name();
    }
}
