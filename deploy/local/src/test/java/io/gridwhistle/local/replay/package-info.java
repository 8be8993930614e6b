/** A log is decided again, and again, and once more with the process killed: the same orders come out. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.local.replay;
