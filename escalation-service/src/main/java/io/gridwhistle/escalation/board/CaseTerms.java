package io.gridwhistle.escalation.board;

import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.policy.Situation;
import io.gridwhistle.city.policy.Terms;
import io.gridwhistle.city.policy.Timing;
import io.gridwhistle.escalation.mode.ModeBook;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.UnitCode;
import io.gridwhistle.log.reference.References;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the policies now in force say about a clock on the board. */
@Component
final class CaseTerms {
    private final References references;
    private final ModeBook modes;

    CaseTerms(References references, ModeBook modes) {
        this.references = references;
        this.modes = modes;
    }

    /** Errors: a 503 problem before the city is whole. */
    Mono<Terms> of(BoardCase board, BoardClock clock) {
        var timing = new Timing(
                references.active(ReferenceKind.CITY, CityReferences::city),
                references.active(ReferenceKind.UNITS, CityReferences::units),
                references.active(ReferenceKind.CALENDARS, CityReferences::calendars),
                references.active(ReferenceKind.POLICIES, CityReferences::policies));
        Instant now = Instant.now();
        return modes.read(now)
                .map(read -> timing.in(new Situation(
                        board.state().classCode(),
                        timing.severity(board.state().classCode(), board.severity()),
                        read.find(board.places(), now).mode(),
                        board.places(),
                        clock.desk() == null ? null : new UnitCode(clock.desk()))));
    }
}
