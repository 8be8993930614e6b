package io.gridwhistle.escalation.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.log.CaseLog;
import io.gridwhistle.log.ControlLog;
import io.gridwhistle.log.reference.HeldReferences;
import io.gridwhistle.log.web.Document;
import io.gridwhistle.log.web.TestDoor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator is told whose operating mode cannot be meant. */
class ModeRefusalsTest {
    private static final Document PAGE = Document.inDocs("refusals.md");

    private final HeldReferences held = new HeldReferences();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            mode-unsaid     | districts/erqi/mode | {"reason": "flood"}
            mode-over-early | districts/erqi/mode | {"mode": "holiday", "from": "2998-01-02T00:00:00Z", "until": "2998-01-01T00:00:00Z", "reason": "flood"}
            plan-too-far    | modes/plan          | [{"place": "erqi", "mode": "holiday", "from": "2998-01-01T00:00:00Z", "until": "+10000-01-01T00:00:00Z", "name": "for ever"}]
            """)
    void modesThatCannotBeMeant(String name, String door, String body) {
        held.put(ReferenceKind.CITY, utf8("""
                {"code": "city", "name": "City", "timeZone": "Asia/Shanghai", "synthetic": true, "levels": [],
                 "districts": [{"code": "erqi", "name": "Erqi"}], "channels": [], "classes": []}
                """));
        var controller = new ModeController(
                held.references(), mock(ControlLog.class), mock(CaseLog.class), mock(ModeBook.class));
        var answer = TestDoor.to(List.of(controller)).send("PUT", "/api/v1/" + door, utf8(body));
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        PAGE.holds(name, answer.toMarkdown());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
