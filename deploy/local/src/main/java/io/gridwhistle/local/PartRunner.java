package io.gridwhistle.local;

import io.gridwhistle.dispatch.DispatchService;
import io.gridwhistle.escalation.EscalationService;
import io.gridwhistle.evaluation.EvaluationService;
import io.gridwhistle.gateway.GatewayService;
import io.gridwhistle.intake.IntakeService;
import io.gridwhistle.servers.EmbeddedBroker;
import io.gridwhistle.servers.EmbeddedDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts one part within this process; closing what it returns stops it. */
final class PartRunner {
    private PartRunner() {}

    static AutoCloseable start(Part part, CityPlan plan, String secret) {
        return switch (part) {
            case BROKER ->
                EmbeddedBroker.start(plan.folderOf(part), plan.ports().kafka());
            case DATABASE -> {
                var database =
                        EmbeddedDatabase.start(plan.folderOf(part), plan.ports().postgres());
                CityDatabase.prepare(plan.servers());
                yield database;
            }
            case INTAKE -> run(IntakeService.application(), part, plan, secret);
            case DISPATCH -> run(DispatchService.application(), part, plan, secret);
            case ESCALATION -> run(EscalationService.application(), part, plan, secret);
            case EVALUATION -> run(EvaluationService.application(), part, plan, secret);
            case GATEWAY -> run(GatewayService.application(), part, plan, secret);
        };
    }

    private static AutoCloseable run(SpringApplicationBuilder application, Part part, CityPlan plan, String secret) {
        var arguments = new ArrayList<>(Arrays.asList(ServiceArguments.of(part, plan)));
        arguments.addAll(ServiceArguments.secret(part, secret));
        // The parts end in order, which hooks of their own would not.
        return application.registerShutdownHook(false).logStartupInfo(false).run(arguments.toArray(String[]::new));
    }
}
