package io.gridwhistle.intake.contact;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The cases whose contact was erased; in memory, because reports are taken in also while the database is away. */
@Component
final class ErasedContacts {
    private final Set<String> ids = ConcurrentHashMap.newKeySet();

    boolean contains(String id) {
        return ids.contains(id);
    }

    void add(String id) {
        addAll(List.of(id));
    }

    void addAll(Collection<String> more) {
        ids.addAll(more);
    }
}
