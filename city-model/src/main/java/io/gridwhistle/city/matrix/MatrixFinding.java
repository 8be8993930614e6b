package io.gridwhistle.city.matrix;

/**
 * Something wrong with a responsibility matrix.
 *
 * @param pointer the line's field at fault (RFC 6901); empty where what is wrong is that no line is there
 * @param detail what is wrong, and what would be right
 */
public record MatrixFinding(String pointer, String detail) {}
