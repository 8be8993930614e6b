package io.gridwhistle.log.view;

import java.util.List;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/** What a service makes of the log in its own tables. */
public interface View {
    String name();

    /** Writes the effect of these events, which are in log order within each partition; runs in a transaction. */
    Mono<Void> apply(List<Logged> batch);

    /** The last batch is in the database; of it {@code news} is what has not only been read again to make the view anew. */
    default void written(Predicate<Logged> news) {}
}
