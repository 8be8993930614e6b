/** Operating modes: who says which holds where, and what was said. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.escalation.mode;
