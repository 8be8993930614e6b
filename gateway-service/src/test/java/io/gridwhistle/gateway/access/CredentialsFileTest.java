package io.gridwhistle.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.log.web.Caller;
import io.gridwhistle.log.web.CallerRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsFileTest {
    private static final String DIGEST = Credentials.digest("a key");

    @TempDir
    private Path folder;

    @Test
    void aKeyFindsItsCaller() throws IOException {
        var credentials = new Credentials(read("""
                [{"name": "zhp", "sha256": "%s", "roles": ["platform"], "platform": "zhp", "districts": ["410103"]}]
                """.formatted(DIGEST)));
        assertThat(credentials.find("a key"))
                .contains(
                        new Caller("zhp", Set.of(CallerRole.PLATFORM), new PlatformId("zhp"), null, Set.of("410103")));
        assertThat(credentials.find("another key")).isEmpty();
        assertThat(credentials.find(DIGEST)).isEmpty();
        assertThat(credentials.find(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "roles": ["operator"], "districts": []                                | districts names none
                    "roles": ["operator"]                                                 | districts names none
                    "roles": [], "districts": ["*"]                                       | roles names none
                    "roles": ["operater"], "districts": ["*"]                             | operater
                    "roles": ["platform"], "districts": ["*"]                             | platform goes with the role
                    "roles": ["unit"], "districts": ["*"]                                 | unit goes with the role
                    "roles": ["auditor"], "unit": "u1", "districts": ["*"]                | unit goes with the role
                    "roles": ["unit"], "unit": "u 1", "districts": ["*"]                  | u 1
                    "roles": ["operator"], "districts": ["*", "410103"]                   | '*'
                    "roles": ["operator"], "districts": ["*"], "district": "410103"       | district
                    "roles": ["operator"], "districts": ["*"], "sha256": "00"             | sha256 is not 64
                    """)
    void theEntryAtFaultIsNamed(String fields, String fault) {
        String digest = fields.contains("sha256") ? "" : "\"sha256\": \"%s\", ".formatted(DIGEST);
        assertThatThrownBy(() -> read("[{\"name\": \"desk-1\", %s%s}]".formatted(digest, fields)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("credentials.json", "entry 1 (desk-1)", fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}        | not an array
                    []        | not an array
                    [{        | is not JSON
                    [{}]      | entry 1 (no name): name
                    [7]       | entry 1 (no name)
                    """)
    void aFileThatIsNoneIsRefused(String content, String fault) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(fault);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> CredentialsFile.read(folder.resolve("none.json")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("none.json", "cannot be read");
    }

    @Test
    void aKeyThatTwoHaveIsRefused() {
        assertThatThrownBy(() -> new Credentials(List.of(operator("a"), operator("b"))))
                .hasMessage("credentials a and b have the same key");
    }

    @Test
    void aNameThatTwoHaveIsRefused() {
        assertThatThrownBy(() -> new Credentials(List.of(operator("a"), operator("a"))))
                .hasMessage("credential a stands twice");
    }

    private static Credential operator(String name) {
        return new Credential(name, DIGEST, Set.of(CallerRole.OPERATOR), null, null, Set.of("*"));
    }

    private List<Credential> read(String content) throws IOException {
        return CredentialsFile.read(Files.writeString(folder.resolve("credentials.json"), content));
    }
}
