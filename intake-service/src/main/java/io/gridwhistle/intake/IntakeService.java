package io.gridwhistle.intake;

import io.gridwhistle.log.ViewShell;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The intake service. */
@SpringBootApplication(proxyBeanMethods = false)
@Import(ViewShell.class)
public class IntakeService {
    public static void main(String[] args) {
        application().run(args);
    }

    /** The service, ready to run with more {@code --key=value} arguments. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(IntakeService.class)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=intake-service");
    }
}
