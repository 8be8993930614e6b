package io.gridwhistle.log.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentTest {
    @TempDir
    private Path folder;

    @Test
    void anExampleThatIsOutOfDateIsTold() throws IOException {
        Document page = page("""
                # Refusals
                <!-- no-point -->
                422
                <!-- /no-point -->
                """);
        page.holds("no-point", "422\n");
        assertThatThrownBy(() -> page.holds("no-point", "400")).hasMessageContaining("write it anew");
        assertThatThrownBy(() -> page.holds("no-lamp", "422")).hasMessageContaining("has a place for 'no-lamp'");
    }

    /** An example that no test holds would say for ever what it says today. */
    @Test
    void everyExampleIsHeldByATest() throws IOException {
        String tests = testSources();
        try (var pages = Files.list(Document.repository().resolve("docs"))) {
            List<String> places = pages.filter(page -> page.toString().endsWith(".md"))
                    .flatMap(page -> new Document(page).places().stream())
                    .toList();
            assertThat(places)
                    .allSatisfy(name -> assertThat(tests)
                            .as("a test holds the example '%s'", name)
                            .containsPattern("(?<![a-z0-9-])%s(?![a-z0-9-])".formatted(name)));
        }
    }

    private static String testSources() throws IOException {
        var all = new StringBuilder();
        for (Path module : List.of(Path.of(""), Path.of("deploy"))) {
            try (var modules = Files.list(Document.repository().resolve(module))) {
                for (Path tests : modules.map(it -> it.resolve("src/test/java"))
                        .filter(Files::exists)
                        .toList()) {
                    read(tests, all);
                }
            }
        }
        return all.toString();
    }

    private static void read(Path folder, StringBuilder all) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
        }
    }

    private Document page(String text) throws IOException {
        return new Document(Files.writeString(folder.resolve("page.md"), text));
    }
}
