package io.gridwhistle.log.web;

import io.gridwhistle.events.Json;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP side of a service. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class, CallerFilter.class, OwnNetwork.class})
public class WebShell implements WebFluxConfigurer {

    @Bean
    CallerToken callerToken(@Value("${gridwhistle.caller-secret}") String secret) {
        return new CallerToken(secret);
    }

    @Bean
    JsonMapper jsonMapper() {
        return Json.READER;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(new RequestContextResolver());
    }
}
