package io.gridwhistle.local.folder;

import java.util.List;

/** What {@code city.json} says. */
public record City(
        String code,
        String name,
        String timeZone,
        boolean synthetic,
        String source,
        List<Level> levels,
        List<Label> districts,
        List<Label> channels,
        List<CaseClass> classes,
        List<Label> returnReasons) {}
