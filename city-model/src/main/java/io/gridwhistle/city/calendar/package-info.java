/** Working time: hours, holidays and make-up working days of a city and its units; pure. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.city.calendar;
