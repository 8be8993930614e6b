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
public record CityPlan(Path state, Path folder, CityPorts ports, double speed, CityServers servers) {

    /** With a broker and a database of its own. */
    CityPlan(Path state, Path folder, CityPorts ports, double speed) {
        this(state, folder, ports, speed, CityServers.own(ports));
    }

    public URI gateway() {
        return URI.create("http://127.0.0.1:" + ports.gateway());
    }

    public String bootstrapServers() {
        return servers.broker();
    }

    Path folderOf(Part part) {
        return state.resolve(part.label());
    }
}
