package io.gridwhistle.local.demo;

import io.gridwhistle.local.folder.Level;
import java.util.Random;

/** Fills most posts of grid chiefs and leaves some vacant, for escalation has to skip those. */
final class Posts {

    private static final String VACANT = "";

    private final Random random;

    Posts(Random random) {
        this.random = random;
    }

    String chiefOf(String cell, Level level) {
        double vacantShare = level == Level.MICRO ? 0.03 : 0.015;
        return random.nextDouble() < vacantShare ? VACANT : cell + "-chief";
    }
}
