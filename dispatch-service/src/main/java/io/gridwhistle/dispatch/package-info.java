/** Dispatch: who owns a place, who is asked, and what they answer. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.dispatch;
