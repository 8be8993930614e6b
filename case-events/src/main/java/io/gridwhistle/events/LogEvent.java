package io.gridwhistle.events;

/** Anything that stands on the case log. */
public sealed interface LogEvent permits CaseEvent, ControlEvent {}
