/** A city as a folder of files: what its parts are and how they are written. */
@NullMarked
package io.gridwhistle.local.folder;

import org.jspecify.annotations.NullMarked;
