package io.gridwhistle.local.folder;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/** Who leads in an exclusive grid. */
public sealed interface Lead {
    record One(@JsonValue String unit) implements Lead {}

    /** Several in turn (书记轮值); {@code every} is an ISO 8601 period, {@code from} the first turn's first day. */
    record InTurn(List<String> rotation, String every, String from) implements Lead {}
}
