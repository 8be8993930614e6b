/** From a place and a class to those who answer for it; pure. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.dispatch.routing;
