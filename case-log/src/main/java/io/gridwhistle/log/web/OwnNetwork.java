package io.gridwhistle.log.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

/** Event loops of the service's own: with the JVM's shared ones, a service that ends would end its neighbours' doors. */
@Configuration(proxyBeanMethods = false)
public class OwnNetwork {
    @Bean
    ReactorResourceFactory reactorResourceFactory() {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        return resources;
    }
}
