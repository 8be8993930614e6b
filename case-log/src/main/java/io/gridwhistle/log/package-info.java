/** The shell that the services share around the case log: topics, append, broadcast. Nothing of the domain. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.log;
