package io.gridwhistle.local;

/**
 * The broker and the database that a city works on.
 *
 * @param broker bootstrap servers, {@code host:port}
 * @param database {@code host:port}
 * @param user who may create databases and roles there
 * @param own whether they are parts of the city, started and stopped with it
 */
public record CityServers(String broker, String database, String user, String password, boolean own) {

    static CityServers own(CityPorts ports) {
        return new CityServers(
                "127.0.0.1:" + ports.kafka(), "127.0.0.1:" + ports.postgres(), "postgres", "postgres", true);
    }

    String jdbcUrl(String name) {
        return "jdbc:postgresql://%s/%s?user=%s&password=%s".formatted(database, name, user, password);
    }
}
