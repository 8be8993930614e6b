package io.gridwhistle.local;

import io.gridwhistle.city.policy.Policy;
import io.gridwhistle.events.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** Puts a city folder in force over the HTTP door, as an operator would; only where it differs from the last start's. */
final class CityLoader {
    private static final TypeReference<List<Policy>> POLICIES = new TypeReference<>() {};

    private static final List<String> FILES = List.of(
            "city.json", "calendars.json", "units.json", "responsibilities.json", "policies.json", "grid-set.geojson");

    private final CityPlan plan;
    private final CityApi operator;

    CityLoader(CityPlan plan, CityApi operator) {
        this.plan = plan;
        this.operator = operator;
    }

    void load() {
        try {
            Path marker = plan.state().resolve("loaded-city");
            String wanted = fingerprint();
            if (Files.exists(marker) && Files.readString(marker).equals(wanted)) {
                return;
            }
            operator.insist("PUT", "/api/v1/city", file("city.json"));
            operator.insist("PUT", "/api/v1/calendars", file("calendars.json"));
            operator.insist("PUT", "/api/v1/units", file("units.json"));
            operator.insist("PUT", "/api/v1/responsibilities", file("responsibilities.json"));
            operator.insist("PUT", "/api/v1/policies", policies());
            var draft = operator.insist("POST", "/api/v1/grid-sets", file("grid-set.geojson"));
            String version = draft.path("version").asString();
            operator.insist("POST", "/api/v1/grid-sets/%s/activation".formatted(version), new byte[0]);
            Files.writeString(marker, wanted);
        } catch (IOException e) {
            throw new UncheckedIOException("the city folder cannot be read: " + plan.folder(), e);
        }
    }

    private byte[] file(String name) throws IOException {
        return Files.readAllBytes(plan.folder().resolve(name));
    }

    private byte[] policies() throws IOException {
        List<Policy> policies = Json.MAPPER.readValue(file("policies.json"), POLICIES);
        return Json.MAPPER.writeValueAsBytes(
                policies.stream().map(new Speed(plan.speed())::faster).toList());
    }

    private String fingerprint() throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (String name : FILES) {
                digest.update(file(name));
            }
            digest.update(Double.toString(plan.speed()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
