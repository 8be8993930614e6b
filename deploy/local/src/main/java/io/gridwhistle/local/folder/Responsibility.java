package io.gridwhistle.local.folder;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which unit has which part in cases of a class on a territory; either may be {@link #ANY}. */
public record Responsibility(@JsonProperty("class") String classCode, String territory, String unit, Role role) {

    public static final String ANY = "*";

    public enum Role {
        OWNER,
        CO_HANDLER,
        SUPERVISOR
    }
}
