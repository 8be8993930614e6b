package io.gridwhistle.local.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dashboards that say what they show, in what unit, of whichever Prometheus one has. */
class DashboardTest {
    private static final Pattern OF_A_WINDOW = Pattern.compile("(?:rate|increase)\\([^\\[]*\\[([^\\]]*)]");

    @Test
    void thereAreThree() throws IOException {
        assertThat(Dashboard.all())
                .extracting(it -> it.json().path("title").asString())
                .containsExactly("SLA of the city", "One district", "The system");
    }

    static Stream<Dashboard> dashboards() throws IOException {
        return Dashboard.all().stream();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void theDatasourceIsAVariable(Dashboard dashboard) {
        assertThat(dashboard.json().path("templating").path("list").valueStream())
                .anySatisfy(variable -> {
                    assertThat(variable.path("name").asString()).isEqualTo("datasource");
                    assertThat(variable.path("type").asString()).isEqualTo("datasource");
                });
        assertThat(dashboard
                        .json()
                        .path("panels")
                        .valueStream()
                        .map(it -> it.path("id").asInt()))
                .doesNotHaveDuplicates();
    }

    static Stream<Dashboard.Panel> panels() throws IOException {
        return Dashboard.all().stream().flatMap(it -> it.panels().stream());
    }

    @ParameterizedTest
    @MethodSource("panels")
    void aPanelSaysWhatItShowsAndInWhatUnit(Dashboard.Panel panel) {
        assertThat(panel.title()).isNotBlank();
        assertThat(panel.json().path("description").asString()).isNotBlank().endsWith(".");
        assertThat(panel.json()
                        .path("fieldConfig")
                        .path("defaults")
                        .path("unit")
                        .asString())
                .isNotBlank();
        assertThat(panel.json().path("datasource").path("uid").asString()).isEqualTo("${datasource}");
        assertThat(panel.json().path("targets").valueStream())
                .isNotEmpty()
                .allSatisfy(target -> assertThat(
                                target.path("datasource").path("uid").asString())
                        .isEqualTo("${datasource}"));
    }

    /** A window that is narrower than two scrapes shows nothing, and one that is wider hides something. */
    @ParameterizedTest
    @MethodSource("panels")
    void windowsGoByWhatIsShown(Dashboard.Panel panel) {
        String expected = panel.json().path("type").asString().equals("timeseries") ? "$__rate_interval" : "$__range";
        assertThat(panel.queries())
                .allSatisfy(query -> assertThat(OF_A_WINDOW.matcher(query).results())
                        .allSatisfy(window -> assertThat(window.group(1)).isEqualTo(expected)));
    }
}
