package io.gridwhistle.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A real broker and a real database for a module's tests, started once a JVM.
 *
 * <p>In containers where a Docker engine answers, out of jars where none does; {@code -Dgridwhistle.test-ground=embedded}
 * or {@code containers} decides by hand. The tests cannot tell the difference.
 */
public sealed interface TestGround {
    String bootstrapServers();

    /** {@code host:port} of the database. */
    String databaseAddress();

    String user();

    String password();

    default String jdbcUrl(String database) {
        return "jdbc:postgresql://%s/%s?user=%s&password=%s".formatted(databaseAddress(), database, user(), password());
    }

    /** Creates an empty database. */
    default void createDatabase(String name) {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"));
                var statement = connection.createStatement()) {
            statement.execute("create database \"%s\"".formatted(name));
        } catch (SQLException e) {
            throw new IllegalStateException("database %s cannot be created".formatted(name), e);
        }
    }

    static TestGround get() {
        return Holder.GROUND;
    }

    final class Holder {
        private static final TestGround GROUND = start();

        private Holder() {}

        private static TestGround start() {
            String wanted = System.getProperty("gridwhistle.test-ground", "auto");
            boolean containers = switch (wanted) {
                case "containers" -> true;
                case "embedded" -> false;
                default -> DockerClientFactory.instance().isDockerAvailable();
            };
            return containers ? new Containers() : new Embedded();
        }
    }

    final class Containers implements TestGround {
        private final KafkaContainer kafka = new KafkaContainer("apache/kafka:4.2.1");
        private final PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18");

        Containers() {
            kafka.start();
            postgres.start();
        }

        @Override
        public String bootstrapServers() {
            return kafka.getBootstrapServers();
        }

        @Override
        public String databaseAddress() {
            return postgres.getHost() + ":" + postgres.getFirstMappedPort();
        }

        @Override
        public String user() {
            return postgres.getUsername();
        }

        @Override
        public String password() {
            return postgres.getPassword();
        }
    }

    final class Embedded implements TestGround {
        private final EmbeddedBroker broker;
        private final int databasePort = Ports.findFree();

        Embedded() {
            try {
                Path folder = Files.createTempDirectory("gridwhistle-test-");
                var database = EmbeddedDatabase.start(folder.resolve("postgres"), databasePort);
                broker = EmbeddedBroker.start(folder.resolve("kafka"), Ports.findFree());
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    broker.close();
                    database.close();
                    delete(folder);
                }));
            } catch (IOException e) {
                throw new UncheckedIOException("no folder for the test servers", e);
            }
        }

        private static void delete(Path folder) {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException("the test servers' folder cannot be deleted", e);
            }
        }

        @Override
        public String bootstrapServers() {
            return broker.bootstrapServers();
        }

        @Override
        public String databaseAddress() {
            return "127.0.0.1:" + databasePort;
        }

        @Override
        public String user() {
            return "postgres";
        }

        @Override
        public String password() {
            return "postgres";
        }
    }
}
