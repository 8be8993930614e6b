/** What happens to a case and around it, as sealed records: the public contract. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.events;
