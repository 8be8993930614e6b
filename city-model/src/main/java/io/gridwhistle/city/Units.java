package io.gridwhistle.city;

import io.gridwhistle.events.id.UnitCode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All units of a city. */
public final class Units {
    private final Map<UnitCode, Unit> byCode = new LinkedHashMap<>();

    /** Errors: {@link IllegalArgumentException} where a code stands twice. */
    public Units(List<Unit> units) {
        for (Unit unit : units) {
            if (byCode.put(unit.code(), unit) != null) {
                throw new IllegalArgumentException("unit code '%s' stands twice".formatted(unit.code()));
            }
        }
    }

    public Optional<Unit> find(UnitCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public Collection<Unit> listAll() {
        return byCode.values();
    }
}
