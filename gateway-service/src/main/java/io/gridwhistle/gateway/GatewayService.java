package io.gridwhistle.gateway;

import io.gridwhistle.log.web.OwnNetwork;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Lets requests in: knows the caller, finds the door, keeps the pace, passes on. It has no data of its own. */
@SpringBootApplication(
        proxyBeanMethods = false,
        // They are on the class path for the services' sake.
        exclude = {
            R2dbcAutoConfiguration.class,
            DataSourceAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            KafkaAutoConfiguration.class
        })
@ConfigurationPropertiesScan
@Import(OwnNetwork.class)
public class GatewayService {

    public static void main(String[] args) {
        application().run(args);
    }

    /** The service, to be run with {@code --key=value} arguments that go before its own configuration. */
    public static SpringApplicationBuilder application() {
        // All services may share one class path, so that each needs a configuration file of its own name.
        return new SpringApplicationBuilder(GatewayService.class).properties("spring.config.name=gateway-service");
    }
}
