package io.gridwhistle.city;

import io.gridwhistle.city.calendar.Calendars;
import io.gridwhistle.city.policy.Policies;
import io.gridwhistle.city.policy.Policy;
import io.gridwhistle.events.Json;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** Reads a city's references from their JSON. Errors: {@link tools.jackson.core.JacksonException} where it is not that. */
public final class CityReferences {
    private static final TypeReference<List<Unit>> UNITS = new TypeReference<>() {};
    private static final TypeReference<List<Responsibility>> RESPONSIBILITIES = new TypeReference<>() {};
    private static final TypeReference<List<Policy>> POLICIES = new TypeReference<>() {};

    private CityReferences() {}

    public static City city(byte[] json) {
        return Json.READER.readValue(json, City.class);
    }

    public static Units units(byte[] json) {
        return new Units(Json.READER.readValue(json, UNITS));
    }

    public static Responsibilities responsibilities(byte[] json) {
        return new Responsibilities(listResponsibilities(json));
    }

    /** The matrix's lines as they stand. */
    public static List<Responsibility> listResponsibilities(byte[] json) {
        return Json.READER.readValue(json, RESPONSIBILITIES);
    }

    public static Calendars calendars(byte[] json) {
        return new Calendars(Json.READER.readValue(json, Calendars.Document.class));
    }

    public static Policies policies(byte[] json) {
        return new Policies(Json.READER.readValue(json, POLICIES));
    }
}
