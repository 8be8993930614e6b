package io.gridwhistle.gateway.door;

import io.gridwhistle.log.web.Caller;
import io.gridwhistle.log.web.CallerRole;
import java.util.Collections;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;

/** One thing that can be asked for: where it leads, what it carries, who may pass. */
public record Door(HttpMethod method, PathPattern path, Backend backend, Load load, Set<CallerRole> roles) {
    private static final String ATTRIBUTE = Door.class.getName();

    /** The door that a request has been let through. */
    public static Door of(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(ATTRIBUTE);
    }

    public void let(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    public boolean admits(Caller caller) {
        return !Collections.disjoint(roles, caller.roles());
    }
}
