package io.gridwhistle.local.monitoring;

import io.gridwhistle.events.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A dashboard as Grafana is given it. */
public record Dashboard(String name, JsonNode json) {
    public record Panel(String dashboard, JsonNode json) {
        String title() {
            return json.path("title").asString();
        }

        public List<String> queries() {
            return json.path("targets")
                    .valueStream()
                    .map(target -> target.path("expr").asString())
                    .toList();
        }

        @Override
        public String toString() {
            return dashboard + ": " + title();
        }
    }

    public static List<Dashboard> all() throws IOException {
        var all = new ArrayList<Dashboard>();
        try (var files = Files.list(Deployed.folder("grafana"))) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith(".json")).sorted().toList()) {
                all.add(new Dashboard(file.getFileName().toString(), Json.MAPPER.readTree(Files.readAllBytes(file))));
            }
        }
        return all;
    }

    public List<Panel> panels() {
        return json.path("panels").valueStream().map(it -> new Panel(name, it)).toList();
    }
}
