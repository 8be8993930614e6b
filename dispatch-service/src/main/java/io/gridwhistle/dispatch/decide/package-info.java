/** What dispatch does about an event of a case; pure. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.dispatch.decide;
