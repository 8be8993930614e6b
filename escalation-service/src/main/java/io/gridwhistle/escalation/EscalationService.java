package io.gridwhistle.escalation;

import io.gridwhistle.escalation.clock.EscalationDecider;
import io.gridwhistle.log.CaseLog;
import io.gridwhistle.log.LogMeters;
import io.gridwhistle.log.LogSettings;
import io.gridwhistle.log.ViewShell;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.streams.CaseStreams;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The escalation service. */
@SpringBootApplication(proxyBeanMethods = false)
@Import(ViewShell.class)
public class EscalationService {
    public static void main(String[] args) {
        application().run(args);
    }

    /** The service, ready to run with more {@code --key=value} arguments. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(EscalationService.class)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=escalation-service");
    }

    @Bean
    CaseStreams streams(
            KafkaProperties kafka,
            LogSettings settings,
            References references,
            CaseLog log,
            LogMeters meters,
            MeterRegistry registry) {
        return new CaseStreams(
                new EscalationDecider(), kafka.buildStreamsProperties(), settings, references, log, meters, registry);
    }
}
