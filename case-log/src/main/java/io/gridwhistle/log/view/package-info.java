/** Views: what the log says, in tables, committed together with how far they have read. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.log.view;
