package io.gridwhistle.local;

import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.Unit;
import io.gridwhistle.events.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of the embedded city, accepted there alone: what they open is made up or public. */
public final class DemoCredentials {
    public static final String PLATFORM = "demo-platform";
    /** A second platform, so that one can see that each has its own cases. */
    public static final String HOTLINE = "demo-hotline";

    public static final String OPERATOR = "demo-operator";
    public static final String AUDITOR = "demo-auditor";
    private static final List<String> EVERYWHERE = List.of("*");

    private record Credential(
            String name,
            String sha256,
            List<String> roles,
            @Nullable String platform,
            @Nullable String unit,
            List<String> districts) {}

    private DemoCredentials() {}

    public static String ofUnit(String unit) {
        return "demo-unit-" + unit;
    }

    /** A district's desk: an operator who sees and acts in that district alone. */
    static String ofDesk(String district) {
        return OPERATOR + "-" + district;
    }

    static Path file(CityPlan plan) {
        return plan.state().resolve("demo-credentials.json");
    }

    static void write(CityPlan plan) {
        var all = new ArrayList<Credential>();
        all.add(of(PLATFORM, "platform", "demo", null, EVERYWHERE));
        all.add(of(HOTLINE, "platform", "hotline", null, EVERYWHERE));
        all.add(of(OPERATOR, "operator", null, null, EVERYWHERE));
        all.add(of(AUDITOR, "auditor", null, null, EVERYWHERE));
        try {
            var city = CityReferences.city(Files.readAllBytes(plan.folder().resolve("city.json")));
            city.districts()
                    .forEach(district -> all.add(of(
                            ofDesk(district.code().value()),
                            "operator",
                            null,
                            null,
                            List.of(district.code().value()))));
            var units = CityReferences.units(Files.readAllBytes(plan.folder().resolve("units.json")));
            for (Unit unit : units.listAll()) {
                all.add(of(
                        ofUnit(unit.code().value()),
                        "unit",
                        null,
                        unit.code().value(),
                        List.of(unit.district().value())));
            }
            Files.write(file(plan), Json.MAPPER.writeValueAsBytes(all));
        } catch (IOException e) {
            throw new UncheckedIOException("the demo credentials cannot be written", e);
        }
    }

    private static Credential of(
            String key, String role, @Nullable String platform, @Nullable String unit, List<String> districts) {
        return new Credential(key, sha256(key), List.of(role), platform, unit, districts);
    }

    private static String sha256(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
