/** SLA policies as an operator publishes them. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.escalation.policy;
