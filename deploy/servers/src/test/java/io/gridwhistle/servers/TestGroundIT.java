package io.gridwhistle.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TestGroundIT {
    @Test
    void theBrokerTakesTopics() throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", TestGround.get().bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("ground", 2, (short) 1)))
                    .all()
                    .get();

            assertThat(admin.listTopics().names().get()).contains("ground");
        }
    }

    @Test
    void theDatabaseAnswers() throws Exception {
        TestGround.get().createDatabase("ground");
        try (var connection = DriverManager.getConnection(TestGround.get().jdbcUrl("ground"));
                var result = connection.createStatement().executeQuery("select 1")) {
            assertThat(result.next()).isTrue();
        }
    }
}
