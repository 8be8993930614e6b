/** How reporters can be reached; apart from everything else, and erasable. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.intake.contact;
