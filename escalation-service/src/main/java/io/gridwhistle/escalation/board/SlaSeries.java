package io.gridwhistle.escalation.board;

import io.gridwhistle.city.CityReferences;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.log.reference.Reference;
import io.gridwhistle.log.reference.References;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** Begins the counters of the city that is in force, at the start and whenever it is another. */
@Component
final class SlaSeries implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SlaSeries.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final References references;
    private final SlaMeters meters;
    private Optional<Reference> begun = Optional.empty();
    private volatile @Nullable Disposable looking;

    SlaSeries(References references, SlaMeters meters) {
        this.references = references;
        this.meters = meters;
    }

    @Override
    public void start() {
        looking = Flux.interval(Duration.ZERO, LOOK).onBackpressureDrop().subscribe(turn -> look());
    }

    /** A city that cannot be read has no series of its own; the next one has. */
    void look() {
        Optional<Reference> city = references.findActive(ReferenceKind.CITY);
        if (city.equals(begun)) {
            return;
        }
        begun = city;
        try {
            city.ifPresent(it -> meters.begin(CityReferences.city(it.content())));
        } catch (RuntimeException e) {
            LOG.error("no counters are begun for {}", city.orElseThrow(), e);
        }
    }

    @Override
    public void stop() {
        Disposable now = looking;
        if (now != null) {
            now.dispose();
        }
        looking = null;
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }
}
