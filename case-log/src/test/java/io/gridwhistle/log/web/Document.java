package io.gridwhistle.log.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page of {@code docs/} whose examples are what tests see.
 *
 * <p>An example's place is between a line {@code <!-- NAME -->} and a line {@code <!-- /NAME -->}. A test fails where the
 * page says otherwise; run with {@code -Dgridwhistle.regenerate=true} it writes what it sees into its place.
 */
public final class Document {
    private static final Pattern PLACE = Pattern.compile("(?m)^<!-- ([a-z0-9-]+) -->$");

    private final Path file;

    Document(Path file) {
        this.file = file;
    }

    public static Document inDocs(String name) {
        return new Document(repository().resolve("docs").resolve(name));
    }

    /** Holds this text, which is Markdown, at the place of this name. */
    public void holds(String name, String text) {
        String page = read();
        String head = "<!-- %s -->\n".formatted(name);
        int start = page.indexOf(head);
        int end = page.indexOf("<!-- /%s -->".formatted(name), start);
        assertThat(start >= 0 && end > start)
                .as("%s has a place for '%s'", file, name)
                .isTrue();
        int from = start + head.length();
        if (Boolean.getBoolean("gridwhistle.regenerate")) {
            write(page.substring(0, from) + text.strip() + "\n" + page.substring(end));
        } else {
            assertThat(page.substring(from, end).strip())
                    .as(
                            "'%s' in %s; write it anew with -Dgridwhistle.regenerate=true, and look at what changed",
                            name, file)
                    .isEqualTo(text.strip());
        }
    }

    /** Holds a refusal, as the caller reads it. */
    public void holds(String name, ProblemException refusal) {
        String body = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(Problem.of(refusal));
        holds(name, "```json\n%s\n```".formatted(body.replace(System.lineSeparator(), "\n")));
    }

    /** The names of all its places. */
    List<String> places() {
        return PLACE.matcher(read()).results().map(result -> result.group(1)).toList();
    }

    static Path repository() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("ARCHITECTURE.md"))) {
            at = requireNonNull(at.getParent(), "tests run within the repository");
        }
        return at;
    }

    private String read() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String page) {
        try {
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
