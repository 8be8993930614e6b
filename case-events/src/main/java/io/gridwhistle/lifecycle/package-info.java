/** Which event is valid in which state of a case, and what a void one is void for. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.lifecycle;
