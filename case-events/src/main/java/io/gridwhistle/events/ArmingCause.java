package io.gridwhistle.events;

/** Why a clock was armed. */
public enum ArmingCause implements Coded {
    /** What it measures began. */
    STARTED,
    /** The case is no longer suspended. */
    RESUMED,
    /** 延期: it got another deadline. */
    EXTENDED,
    /** A stricter operating mode holds. */
    MODE,
    /** It holds no longer. */
    MODE_ENDED
}
