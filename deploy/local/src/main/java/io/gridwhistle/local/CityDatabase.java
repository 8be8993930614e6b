package io.gridwhistle.local;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** One database, and for each service a role that owns one schema and sees nothing else. */
final class CityDatabase {
    static final String NAME = "gridwhistle";
    private static final List<Part> OWNERS = List.of(Part.INTAKE, Part.DISPATCH, Part.ESCALATION, Part.EVALUATION);

    private CityDatabase() {}

    /** For the embedded city alone; the server listens on the loopback address. */
    static String demoPassword(Part part) {
        return "demo-" + part.label();
    }

    /** Every step can be repeated: a start that was cut off is made whole by the next. */
    static void prepare(CityServers servers) {
        run(servers.jdbcUrl("postgres"), List.of("create database " + NAME), "42P04");
        for (Part owner : OWNERS) {
            String role = "create role %s login password '%s'".formatted(owner.label(), demoPassword(owner));
            run(servers.jdbcUrl("postgres"), List.of(role), "42710");
            run(
                    servers.jdbcUrl(NAME),
                    List.of(
                            "revoke all on database %s from public".formatted(NAME),
                            "grant connect on database %s to %s".formatted(NAME, owner.label()),
                            "create schema if not exists %1$s authorization %1$s".formatted(owner.label())),
                    "");
        }
    }

    private static void run(String url, List<String> statements, String there) {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            if (!there.equals(e.getSQLState())) {
                throw new IllegalStateException("the city's database cannot be prepared", e);
            }
        }
    }
}
