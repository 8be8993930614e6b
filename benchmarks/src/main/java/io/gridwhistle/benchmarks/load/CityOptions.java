package io.gridwhistle.benchmarks.load;

import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.local.DemoCredentials;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which city, and what it looks like. */
final class CityOptions {
    @Option(names = "--gateway", defaultValue = "http://127.0.0.1:8080", description = "${DEFAULT-VALUE}")
    private URI gateway = URI.create("http://127.0.0.1:8080");

    @Option(names = "--kafka", defaultValue = "127.0.0.1:19092", description = "bootstrap servers (${DEFAULT-VALUE})")
    private String kafka = "127.0.0.1:19092";

    @Option(
            names = "--grid-set",
            paramLabel = "FILE",
            defaultValue = "deploy/local/state/demo-city/grid-set.geojson",
            description = "the boundaries that it runs with (${DEFAULT-VALUE})")
    private Path gridSet = Path.of("grid-set.geojson");

    @Spec(Spec.Target.MIXEE)
    private CommandLine.Model.@Nullable CommandSpec spec;

    String kafka() {
        return kafka;
    }

    URI gateway() {
        return gateway;
    }

    Door platform() {
        return platformAt(gateway);
    }

    /** The platform at another server than the city's. */
    Door platformAt(URI server) {
        return new Door(server, DemoCredentials.PLATFORM);
    }

    Door unit(String code) {
        return new Door(gateway, DemoCredentials.ofUnit(code));
    }

    Reports reports() throws IOException {
        Door.Answer answer = new Door(gateway, DemoCredentials.OPERATOR).get("/api/v1/city");
        check(answer.isOk(), "--gateway: no city at %s: %s".formatted(gateway, answer));
        check(Files.isReadable(gridSet), "--grid-set: cannot be read: " + gridSet);
        City city = CityReferences.city(answer.body());
        return new Reports(city, GridSet.read(Files.readAllBytes(gridSet)));
    }

    private void check(boolean holds, String otherwise) {
        if (!holds && spec != null) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
