package io.gridwhistle.intake.contact;

/** Name and telephone of a reporter; either may be empty. */
public record Contact(String name, String phone) {}
