package io.gridwhistle.lifecycle;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a case hangs together with others that report the same thing. Who follows is not followed.
 *
 * @param follows the case whose order is for this one too; still there once that one has answered it
 * @param links how often this case was linked; the number of the link that holds, while one does
 * @param followers the cases that follow this one, each with the number of its link, in the order they joined
 * @param since what it was found to be the same as holds since this event: its report, the last correction of its place or
 *     class while nobody had solved it, or the end of its last link
 */
public record Ties(@Nullable CaseId follows, int links, Map<CaseId, Integer> followers, EventId since) {
    /** A first's state is written anew with every follower that joins; and all of them are answered at once. */
    public static final int MOST_FOLLOWERS = 500;

    static Ties none(EventId reportedBy) {
        return new Ties(null, 0, Map.of(), reportedBy);
    }

    Ties following(CaseId first) {
        return new Ties(first, links + 1, Map.of(), since);
    }

    /** Neither following nor followed. */
    Ties loose() {
        return new Ties(null, links, Map.of(), since);
    }

    /** And to be found anew: whoever goes by what the case was before goes by another case. */
    Ties looseSince(EventId event) {
        return new Ties(null, links, Map.of(), event);
    }

    Ties joinedBy(CaseId follower, int link) {
        var next = new LinkedHashMap<>(followers);
        next.put(follower, link);
        return new Ties(follows, links, Collections.unmodifiableMap(next), since);
    }

    Ties leftBy(CaseId follower) {
        var next = new LinkedHashMap<>(followers);
        next.remove(follower);
        return new Ties(follows, links, Collections.unmodifiableMap(next), since);
    }

    boolean holds(CaseId first, int link) {
        return first.equals(follows) && link == links;
    }

    boolean isFollowedBy(CaseId follower, int link) {
        Integer known = followers.get(follower);
        return known != null && known == link;
    }

    /** Whether the case is still what somebody found it to be; who names nothing means it whatever it is by now. */
    public boolean isStill(@Nullable EventId asOf) {
        return asOf == null || asOf.equals(since);
    }

    @JsonIgnore
    public boolean isFull() {
        return followers.size() >= MOST_FOLLOWERS;
    }

    /** Who has followed longest. */
    public Optional<CaseId> findEldest() {
        return followers.keySet().stream().findFirst();
    }
}
