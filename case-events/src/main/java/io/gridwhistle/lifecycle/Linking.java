package io.gridwhistle.lifecycle;

import io.gridwhistle.events.ActorKind;
import io.gridwhistle.events.EvaluationEvent.SharedAnswer;
import io.gridwhistle.events.IntakeEvent.CaseLinked;
import io.gridwhistle.events.IntakeEvent.CaseUnlinked;
import io.gridwhistle.events.IntakeEvent.FollowerJoined;
import io.gridwhistle.events.IntakeEvent.FollowerLeft;
import io.gridwhistle.events.IntakeEvent.FollowerSupplemented;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.lifecycle.Outcome.Valid;
import io.gridwhistle.lifecycle.Outcome.Void;

/**
 * When a case may follow another (并案), and when it no longer does.
 *
 * <p>The two cases stand on different partitions, so what one of them says of a link may reach the other after that link
 * is gone: it names the link's number, and is void where another holds, or none.
 */
final class Linking {
    private Linking() {}

    static Outcome link(CaseState state, EventId id, CaseLinked linked) {
        Integer insteadOf = linked.insteadOf();
        if (insteadOf != null) {
            return state.phase() == Phase.FOLLOWING && insteadOf == state.ties().links()
                    ? new Valid(follow(state, id, linked))
                    : overtaken(state);
        }
        if (!state.phase().isUnsolved()) {
            return CaseLifecycle.notNow(state);
        }
        if (!state.ties().followers().isEmpty()) {
            return new Void(VoidReason.HAS_FOLLOWERS);
        }
        if (linked.actor().kind() == ActorKind.SYSTEM && !state.isAsReported()) {
            return state.ties().links() > 0 ? new Void(VoidReason.LINKED_BEFORE) : overtaken(state);
        }
        return new Valid(follow(state, id, linked));
    }

    private static CaseState follow(CaseState state, EventId id, CaseLinked linked) {
        return state.withoutOpenOrders()
                .suspended(false)
                .ledBy(null)
                .turning(id)
                .tied(state.ties().following(linked.first()))
                .in(Phase.FOLLOWING);
    }

    static Outcome unlink(CaseState state, EventId id, CaseUnlinked unlinked) {
        int link = unlinked.link() == null ? state.ties().links() : unlinked.link();
        return state.phase() == Phase.FOLLOWING && state.ties().holds(unlinked.first(), link)
                ? new Valid(state.turning(id).tied(state.ties().looseSince(id)).in(Phase.ACCEPTED))
                : overtaken(state);
    }

    static Outcome join(CaseState state, FollowerJoined joined) {
        if (!state.ties().isStill(joined.asOf())) {
            return new Void(VoidReason.OVERTAKEN);
        }
        if (!state.phase().mayBeFollowed()) {
            return CaseLifecycle.notNow(state);
        }
        return state.ties().isFull()
                ? new Void(VoidReason.TOO_MANY_FOLLOWERS)
                : new Valid(state.tied(state.ties().joinedBy(joined.follower(), joined.link())));
    }

    static Outcome supplement(CaseState state, FollowerSupplemented supplemented) {
        return state.ties().isFollowedBy(supplemented.follower(), supplemented.link())
                ? new Valid(state)
                : new Void(VoidReason.NO_SUCH_FOLLOWER);
    }

    static Outcome leave(CaseState state, FollowerLeft left) {
        return state.ties().isFollowedBy(left.follower(), left.link())
                ? new Valid(state.tied(state.ties().leftBy(left.follower())))
                : new Void(VoidReason.NO_SUCH_FOLLOWER);
    }

    /** The case that this one followed was closed; whom it followed can still be seen. */
    static Outcome answer(CaseState state, SharedAnswer with) {
        return state.phase() == Phase.FOLLOWING && state.ties().holds(with.first(), with.link())
                ? new Valid(state.suspended(false).in(Phase.CLOSED))
                : overtaken(state);
    }

    private static Outcome overtaken(CaseState state) {
        return new Void(state.phase().isOpen() ? VoidReason.OVERTAKEN : VoidReason.CASE_ENDED);
    }
}
