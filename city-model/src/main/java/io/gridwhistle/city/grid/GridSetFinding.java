package io.gridwhistle.city.grid;

/** Something wrong with a grid set. {@code pointer} says where (RFC 6901). */
public record GridSetFinding(String pointer, String detail) {}
