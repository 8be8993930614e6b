package io.gridwhistle.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A real broker and a real database for tests: a module's share one, a whole city has one to itself.
 *
 * <p>In containers where a Docker engine answers, out of jars where none does; {@code -Dgridwhistle.test-ground=embedded}
 * or {@code containers} decides by hand. The tests cannot tell the difference.
 */
public sealed interface TestGround extends AutoCloseable {
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

    /** The broker is away until {@link #bringBrokerBack}, with all it has. */
    void takeBrokerAway();

    void bringBrokerBack();

    void takeDatabaseAway();

    void bringDatabaseBack();

    @Override
    void close();

    /** What the module's tests share; it ends with the JVM. */
    static TestGround get() {
        return Holder.GROUND;
    }

    /** One for itself, empty. */
    static TestGround start() {
        return switch (System.getProperty("gridwhistle.test-ground", "auto")) {
            case "containers" -> new Containers();
            case "embedded" -> new Embedded();
            default -> DockerClientFactory.instance().isDockerAvailable() ? new Containers() : new Embedded();
        };
    }

    final class Holder {
        private static final TestGround GROUND = start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(GROUND::close));
        }

        private Holder() {}
    }

    final class Containers implements TestGround {
        private final KafkaContainer kafka = new KafkaContainer("apache/kafka:4.2.1");
        private final PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18");

        Containers() {
            kafka.start();
            postgres.start();
        }

        /** Paused, it answers nobody; its port stays what it is. */
        @Override
        public void takeBrokerAway() {
            pause(kafka);
        }

        @Override
        public void bringBrokerBack() {
            resume(kafka);
        }

        @Override
        public void takeDatabaseAway() {
            pause(postgres);
        }

        @Override
        public void bringDatabaseBack() {
            resume(postgres);
        }

        private static void pause(GenericContainer<?> container) {
            container
                    .getDockerClient()
                    .pauseContainerCmd(container.getContainerId())
                    .exec();
        }

        private static void resume(GenericContainer<?> container) {
            container
                    .getDockerClient()
                    .unpauseContainerCmd(container.getContainerId())
                    .exec();
        }

        @Override
        public void close() {
            kafka.stop();
            postgres.stop();
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
        private final Path folder;
        private final int brokerPort = Ports.findFree();
        private final int databasePort = Ports.findFree();
        private EmbeddedDatabase database;
        private EmbeddedBroker broker;

        Embedded() {
            try {
                folder = Files.createTempDirectory("gridwhistle-test-");
            } catch (IOException e) {
                throw new UncheckedIOException("no folder for the test servers", e);
            }
            database = EmbeddedDatabase.start(folder.resolve("postgres"), databasePort);
            broker = EmbeddedBroker.start(folder.resolve("kafka"), brokerPort);
        }

        @Override
        public void takeBrokerAway() {
            broker.close();
        }

        @Override
        public void bringBrokerBack() {
            broker = EmbeddedBroker.start(folder.resolve("kafka"), brokerPort);
        }

        @Override
        public void takeDatabaseAway() {
            database.close();
        }

        @Override
        public void bringDatabaseBack() {
            database = EmbeddedDatabase.start(folder.resolve("postgres"), databasePort);
        }

        @Override
        public void close() {
            broker.close();
            database.close();
            delete(folder);
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
