package io.gridwhistle.dispatch.reference;

import io.gridwhistle.log.reference.Reference;

/** A document that is in force from now on. */
record Activated(String kind, String version) {
    static Activated of(Reference reference) {
        return new Activated(reference.kind().code(), reference.version());
    }
}
