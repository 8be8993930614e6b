package io.gridwhistle.lifecycle;

import io.gridwhistle.events.Coded;

/** Where a case stands. */
public enum Phase implements Coded {
    /** 上报. */
    REPORTED,
    /** 受理: to be dispatched. */
    ACCEPTED,
    /** 派遣: the lead has an order. */
    DISPATCHED,
    /** 签收. */
    ACKNOWLEDGED,
    /** 退单: the lead's order came back, the next candidate is to be asked. */
    RETURNED,
    /** 会商. */
    IN_CONSULTATION,
    /** 反馈: handled, to be verified. */
    HANDLED,
    /** 返工: verification failed, to be handled again. */
    REWORK,
    /** 核查 passed, to be closed. */
    VERIFIED,
    /** 结案. */
    CLOSED,
    /** Opened again by the petitioner, to be dispatched. */
    REOPENED,
    /** 并案: another case's order is for this one too. */
    FOLLOWING,
    /** 不予受理. */
    DECLINED,
    WITHDRAWN,
    /** 作废. */
    VOIDED;

    /** Somebody still has to do something about the case. */
    public boolean isOpen() {
        return switch (this) {
            case CLOSED, DECLINED, WITHDRAWN, VOIDED -> false;
            default -> true;
        };
    }

    /** The case was accepted, goes its own way, and nobody has reported it handled yet. */
    public boolean isUnsolved() {
        return switch (this) {
            case ACCEPTED, DISPATCHED, ACKNOWLEDGED, RETURNED, IN_CONSULTATION, REWORK, REOPENED -> true;
            default -> false;
        };
    }

    /** Other cases may follow: the case was accepted, goes its own way and has not ended. */
    public boolean mayBeFollowed() {
        return isUnsolved() || this == HANDLED || this == VERIFIED;
    }

    /** The next orders can be issued without anything else having to happen first. */
    public boolean isAwaitingDispatch() {
        return switch (this) {
            case ACCEPTED, RETURNED, IN_CONSULTATION, REWORK, REOPENED -> true;
            default -> false;
        };
    }
}
