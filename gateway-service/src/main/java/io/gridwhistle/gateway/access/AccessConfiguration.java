package io.gridwhistle.gateway.access;

import io.gridwhistle.log.web.CallerToken;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    Credentials credentials(AccessSettings settings) {
        return new Credentials(CredentialsFile.read(settings.credentialsFile()));
    }

    @Bean
    Pace pace(AccessSettings settings) {
        return new Pace(settings.rate());
    }

    @Bean
    CallerToken callerToken(AccessSettings settings) {
        return new CallerToken(settings.callerSecret());
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
