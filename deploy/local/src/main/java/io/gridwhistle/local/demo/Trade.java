package io.gridwhistle.local.demo;

import io.gridwhistle.local.folder.Unit;
import org.jspecify.annotations.Nullable;

/** Who owns things and duties: a department in each district, or a company for the whole city. */
enum Trade {
    CENTRE("centre", "城市运行中心", Unit.Kind.DISTRICT_CENTRE),
    MARKET("market", "市场监督管理局", Unit.Kind.DEPARTMENT),
    URBAN("urban", "城市管理局", Unit.Kind.DEPARTMENT),
    POLICE("police", "公安分局", Unit.Kind.DEPARTMENT),
    FIRE("fire", "消防救援大队", Unit.Kind.DEPARTMENT),
    HOUSING("housing", "住房和城乡建设局", Unit.Kind.DEPARTMENT),
    PARKS("parks", "园林绿化中心", Unit.Kind.DEPARTMENT),
    HEATING("heating-company", "供热公司"),
    WATER("water-company", "自来水公司"),
    POWER("power-company", "供电公司"),
    GAS("gas-company", "燃气公司");

    private final String stem;
    private final String label;
    private final Unit.Kind kind;
    private final boolean cityWide;

    Trade(String stem, String label, Unit.Kind kind) {
        this(stem, label, kind, false);
    }

    Trade(String stem, String label) {
        this(stem, label, Unit.Kind.DEPARTMENT, true);
    }

    Trade(String stem, String label, Unit.Kind kind, boolean cityWide) {
        this.stem = stem;
        this.label = label;
        this.kind = kind;
        this.cityWide = cityWide;
    }

    boolean isCityWide() {
        return cityWide;
    }

    /** The company's unit. */
    String unit() {
        return stem;
    }

    /** The district's own unit. */
    String unitIn(District district) {
        return stem + "-" + district.code();
    }

    String label() {
        return label;
    }

    Unit.Kind kind() {
        return kind;
    }

    /** Who is on duty day and night; the others keep office hours. */
    @Nullable
    String calendar() {
        return switch (this) {
            case POLICE, FIRE, HEATING, WATER, POWER, GAS -> "duty";
            case CENTRE, MARKET, URBAN, HOUSING, PARKS -> null;
        };
    }
}
