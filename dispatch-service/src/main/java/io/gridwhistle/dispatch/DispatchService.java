package io.gridwhistle.dispatch;

import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.dispatch.decide.DispatchDecider;
import io.gridwhistle.events.ReferenceKind;
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

/** The dispatch service. */
@SpringBootApplication(proxyBeanMethods = false)
@Import(ViewShell.class)
public class DispatchService {
    public static void main(String[] args) {
        application().run(args);
    }

    /** The service, ready to run with more {@code --key=value} arguments. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(DispatchService.class)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=dispatch-service");
    }

    @Bean
    CaseStreams streams(
            KafkaProperties kafka,
            LogSettings settings,
            References references,
            CaseLog log,
            LogMeters meters,
            MeterRegistry registry) {
        references.expect(ReferenceKind.GRID_SET, GridSet::read);
        return new CaseStreams(
                new DispatchDecider(), kafka.buildStreamsProperties(), settings, references, log, meters, registry);
    }
}
