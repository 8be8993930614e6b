package io.gridwhistle.local;

import java.net.URI;
import java.nio.file.Path;

/**
 * What a city on this machine is made of.
 *
 * @param state where it keeps everything
 * @param folder its data
 * @param speed what durations are divided by
 */
public record CityPlan(Path state, Path folder, CityPorts ports, double speed) {

    public URI gateway() {
        return URI.create("http://127.0.0.1:" + ports.gateway());
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + ports.kafka();
    }

    Path folderOf(Part part) {
        return state.resolve(part.label());
    }
}
