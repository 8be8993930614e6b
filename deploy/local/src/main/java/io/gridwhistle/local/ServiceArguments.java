package io.gridwhistle.local;

import java.util.ArrayList;
import java.util.List;

/** How each service is told where the others are. */
final class ServiceArguments {
    /** The environment variable of the secret between gateway and services; made anew with every start. */
    static final String SECRET = "GRIDWHISTLE_CALLER_SECRET";

    private ServiceArguments() {}

    static String[] of(Part part, CityPlan plan) {
        var arguments = new ArrayList<String>();
        arguments.add("--server.address=127.0.0.1");
        arguments.add("--server.port=" + plan.ports().of(part));
        arguments.add("--logging.config=classpath:logback.xml");
        arguments.add("--spring.main.banner-mode=off");
        if (part == Part.GATEWAY) {
            for (Part service : List.of(Part.INTAKE, Part.DISPATCH, Part.ESCALATION, Part.EVALUATION)) {
                arguments.add("--gridwhistle.gateway.services.%s=http://127.0.0.1:%d"
                        .formatted(service.label(), plan.ports().of(service)));
            }
            arguments.add("--gridwhistle.gateway.credentials-file=" + DemoCredentials.file(plan));
        } else {
            arguments.add("--spring.kafka.bootstrap-servers=" + plan.bootstrapServers());
            arguments.add("--spring.r2dbc.url=r2dbc:postgresql://%s/%s?schema=%s"
                    .formatted(plan.servers().database(), CityDatabase.NAME, part.label()));
            arguments.add("--spring.flyway.url=jdbc:postgresql://%s/%s"
                    .formatted(plan.servers().database(), CityDatabase.NAME));
            arguments.add("--spring.r2dbc.password=" + CityDatabase.demoPassword(part));
            // One machine: four partitions, one replica.
            arguments.add("--gridwhistle.log.partitions=4");
            arguments.add("--gridwhistle.log.replicas=1");
            arguments.add("--gridwhistle.log.min-in-sync=1");
            arguments.add("--gridwhistle.log.state-folder=" + plan.state().resolve("streams"));
        }
        return arguments.toArray(String[]::new);
    }

    static List<String> secret(Part part, String secret) {
        String key = part == Part.GATEWAY ? "gridwhistle.gateway.caller-secret" : "gridwhistle.caller-secret";
        return List.of("--" + key + "=" + secret);
    }
}
