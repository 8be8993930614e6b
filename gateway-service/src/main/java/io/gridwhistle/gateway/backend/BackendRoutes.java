package io.gridwhistle.gateway.backend;

import io.gridwhistle.gateway.door.Backend;
import io.gridwhistle.gateway.door.Door;
import io.gridwhistle.gateway.door.Doors;
import io.gridwhistle.gateway.door.Load;
import java.util.List;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;

/** One route for each service and load that the table of doors names; the door already says which one to take. */
@Configuration(proxyBeanMethods = false)
class BackendRoutes {
    private static final long NO_TIMEOUT = -1;

    private record Way(Backend backend, Load load) {
        static Way of(Door door) {
            return new Way(door.backend(), door.load());
        }
    }

    @Bean
    RouteLocator routes(BackendSettings settings) {
        List<Route> routes = Doors.ALL.stream()
                .map(Way::of)
                .distinct()
                .map(way -> route(way, settings))
                .toList();
        return () -> Flux.fromIterable(routes);
    }

    private static Route route(Way way, BackendSettings settings) {
        return Route.async()
                .id(way.backend().code() + "-" + way.load().code())
                .uri(settings.base(way.backend()))
                .predicate(exchange -> Way.of(Door.of(exchange)).equals(way))
                .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, answerMillis(way.load(), settings.limits()))
                .build();
    }

    private static long answerMillis(Load load, BackendSettings.Limits limits) {
        return switch (load) {
            case SMALL -> limits.answerTime().toMillis();
            case SLOW, LARGE -> limits.largeAnswerTime().toMillis();
            case STREAM -> NO_TIMEOUT;
        };
    }
}
