/** SLA policies: how long each clock of a case runs, in which situation. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.city.policy;
