package io.gridwhistle.city;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gridwhistle.events.Coded;
import io.gridwhistle.events.id.UnitCode;

/**
 * One line of the responsibility matrix (权责清单).
 *
 * @param classCode a class, or {@code *} for all
 * @param territory a cell and all below it, or {@code *} for the whole city
 */
public record Responsibility(@JsonProperty("class") String classCode, String territory, UnitCode unit, Duty role) {
    public static final String ANY = "*";

    public enum Duty implements Coded {
        /** 属主. */
        OWNER,
        CO_HANDLER,
        SUPERVISOR
    }
}
