package io.gridwhistle.local.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.servers.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules by which Prometheus wakes somebody. */
class RulesTest {
    private static final Path PROMETHEUS = Deployed.folder("prometheus");
    private static final Pattern ALERT = Pattern.compile("(?m)^ +- alert: (\\w+)$");

    @Test
    void theRulesAreWellFormedAndDoAsTheirTestsSay() throws IOException, InterruptedException {
        Path promtool = Tool.require("promtool");
        Tool.run(promtool, List.of("check", "rules", rules("alerts.yml"), rules("recording.yml")));
        for (Path tests : tests()) {
            Tool.run(promtool, List.of("test", "rules", tests.toString()));
        }
    }

    /** Each is shown to fire once and to stay silent once. */
    @Test
    void everyAlertHasItsTestsAndItsRunbook() throws IOException {
        String all = "";
        for (Path tests : tests()) {
            all += Files.readString(tests);
        }
        String runbooks = Files.readString(Deployed.folder("../docs").resolve("runbooks.md"));
        for (String alert : alerts()) {
            assertThat(all)
                    .as("%s fires", alert)
                    .containsPattern("alertname: %s\\n +exp_alerts:\\n +- exp_labels".formatted(alert));
            assertThat(all).as("%s stays silent", alert).contains("alertname: %s, exp_alerts: []}".formatted(alert));
            assertThat(runbooks).as("%s has a runbook", alert).contains("\n## " + alert + "\n");
        }
    }

    @Test
    void noRunbookIsLeftOver() throws IOException {
        String runbooks = Files.readString(Deployed.folder("../docs").resolve("runbooks.md"));
        Set<String> named = Pattern.compile("(?m)^## (\\w+)$")
                .matcher(runbooks)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(named).isEqualTo(alerts());
    }

    private static Set<String> alerts() throws IOException {
        return ALERT.matcher(Files.readString(Path.of(rules("alerts.yml"))))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static String rules(String name) {
        return PROMETHEUS.resolve("rules").resolve(name).toString();
    }

    private static List<Path> tests() throws IOException {
        try (var files = Files.list(PROMETHEUS.resolve("tests"))) {
            return files.sorted().toList();
        }
    }
}
