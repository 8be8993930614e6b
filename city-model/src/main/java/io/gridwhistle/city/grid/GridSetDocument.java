package io.gridwhistle.city.grid;

import java.util.List;

/**
 * A grid set as it was written: every feature a cell or a declaration.
 *
 * @param features by cell: its number in the document
 * @param repairUpTo the width of gaps and overlaps that the city asks to have mended, in metres; 0 where it does not ask
 */
record GridSetDocument(List<Cell> cells, List<Integer> features, List<Declaration> declarations, double repairUpTo) {}
