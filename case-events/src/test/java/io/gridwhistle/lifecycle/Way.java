package io.gridwhistle.lifecycle;

import static java.util.stream.Collectors.joining;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way of a case as a table {@code event | where it leads | orders | whose order answers for it}.
 *
 * <p>An event is its name without {@code case-} or {@code order-}, and what {@link Happening} knows to vary; an
 * {@code overtaken dispatched} (or {@code consultation}) was decided before the case took its last turn. It leads to
 * a phase, with {@code (suspended)} and {@code (supplement)} where so, with the number of the link that it follows by and
 * the number of cases that follow it, or to {@code void: <reason>}. Orders, where the
 * table shows them, are {@code <number> <status>} with {@code *} at the lead and {@code ^} where the case went up past it.
 */
final class Way {
    private static final String OVERTAKEN = "overtaken ";
    private @Nullable CaseState state;

    /** The table as the lifecycle goes it, to be compared with {@link #tidy}. */
    static String walk(String table) {
        var way = new Way();
        return table.lines()
                .map(line -> line.split("\\|"))
                .map(cells -> way.take(cells[0].strip(), cells.length))
                .collect(joining("\n"));
    }

    /** The table without its alignment. */
    static String tidy(String table) {
        return table.lines()
                .map(line -> line.strip().replaceAll("\\s*\\|\\s*", " | "))
                .collect(joining("\n"));
    }

    private String take(String words, int columns) {
        boolean overtaken = words.startsWith(OVERTAKEN);
        CaseEvent read = Happening.read(words.replaceFirst(OVERTAKEN, ""));
        CaseEvent event = overtaken || state == null ? read : Happening.inTurn(read, state.turn());
        EventId id = Happening.idOf(words);
        boolean supplement = CaseLifecycle.isSupplement(state, id, event);
        String led = switch (CaseLifecycle.apply(state, id, event)) {
            case Outcome.Void(var reason) -> "void: " + reason.code();
            case Outcome.Valid(var next) -> {
                state = next;
                yield next.phase().code()
                        + (next.suspended() ? " (suspended)" : "")
                        + (next.phase() == Phase.FOLLOWING
                                ? " by link " + next.ties().links()
                                : "")
                        + (next.ties().followers().isEmpty()
                                ? ""
                                : ", followed by " + next.ties().followers().size())
                        + (supplement ? " (supplement)" : "");
            }
        };
        return "%s | %s".formatted(words, led)
                + (columns > 2 && state != null ? " | " + print(state) : "")
                + (columns > 3 && state != null ? " | " + number(Objects.requireNonNull(state.answerable())) : "");
    }

    static String number(OrderId id) {
        return id.value().substring(27);
    }

    private static String print(CaseState state) {
        return state.orders().entrySet().stream()
                .map(entry -> number(entry.getKey())
                        + (entry.getKey().equals(state.lead()) ? "*" : "")
                        + (entry.getValue().escalated() ? "^" : "")
                        + " "
                        + entry.getValue().status().code())
                .collect(joining(", "));
    }
}
