/** What every HTTP door shares: who calls, and how a refusal is told (RFC 9457). */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.log.web;
