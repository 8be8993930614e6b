package io.gridwhistle.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gridwhistle.events.id.CellCode;
import org.jspecify.annotations.Nullable;

/** One rung: a level, its cell, and who sits there; nobody where the post is vacant. */
public record LadderStep(
        String level, @Nullable CellCode cell, @Nullable Addressee addressee) {
    @JsonIgnore
    public boolean isVacant() {
        return addressee == null;
    }
}
