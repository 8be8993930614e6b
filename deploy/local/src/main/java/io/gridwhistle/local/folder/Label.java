package io.gridwhistle.local.folder;

/** A code and what people call it. */
public record Label(String code, String name) {}
