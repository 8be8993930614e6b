package io.gridwhistle.local;

/** What the terminal says when the city is up. */
final class Welcome {
    private Welcome() {}

    static String text(CityPlan plan) {
        return """

                Gridwhistle is up.  API %1$s  ·  Kafka %2$s  ·  PostgreSQL 127.0.0.1:%3$d/%4$s
                Demo keys (X-Api-Key): demo-platform  demo-hotline  demo-operator  demo-operator-<district>  demo-auditor  demo-unit-<unit>
                Look next:
                  curl -H 'X-Api-Key: demo-operator' '%1$s/api/v1/cases?limit=3'
                  curl -H 'X-Api-Key: demo-operator' '%1$s/api/v1/sla?state=warned,breached&limit=3'
                  curl -H 'X-Api-Key: demo-auditor'  '%1$s/api/v1/indices?by=district'
                Ctrl-C ends it; the next start goes on from %5$s
                """.formatted(
                plan.gateway(), plan.bootstrapServers(), plan.ports().postgres(), CityDatabase.NAME, plan.state());
    }
}
