package io.gridwhistle.local;

import io.gridwhistle.servers.Ports;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where the parts of the city listen, all on the loopback address. */
record CityPorts(int gateway, int servicesFrom, int kafka, int postgres) {
    private static final int SERVICES = 4;

    /** Ports that are free now, for a city beside others. */
    static CityPorts free() {
        int from = Ports.findFree();
        while (IntStream.range(from, from + SERVICES + 3).anyMatch(Ports::isTaken)) {
            from = Ports.findFree();
        }
        return new CityPorts(from + SERVICES, from, from + SERVICES + 1, from + SERVICES + 2);
    }

    int of(Part part) {
        return switch (part) {
            case BROKER -> kafka;
            case DATABASE -> postgres;
            case INTAKE -> servicesFrom;
            case DISPATCH -> servicesFrom + 1;
            case ESCALATION -> servicesFrom + 2;
            case EVALUATION -> servicesFrom + 3;
            case GATEWAY -> gateway;
        };
    }

    /** Says which port is taken, and by which option another can be chosen. */
    Optional<String> findTaken() {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        wanted.put("--port", gateway);
        for (int i = 0; i < SERVICES; i++) {
            wanted.put("--services-from" + (i == 0 ? "" : " + " + i), servicesFrom + i);
        }
        wanted.put("--kafka-port", kafka);
        wanted.put("--postgres-port", postgres);
        return wanted.entrySet().stream()
                .filter(entry -> Ports.isTaken(entry.getValue()))
                .map(entry -> "port %d is taken; choose another with %s"
                        .formatted(entry.getValue(), entry.getKey().replaceAll(" .*", "")))
                .findFirst();
    }
}
