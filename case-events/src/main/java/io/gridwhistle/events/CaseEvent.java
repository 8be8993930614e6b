package io.gridwhistle.events;

/** Something that happened to one case; its case is the {@link EventEnvelope}'s. */
public sealed interface CaseEvent extends LogEvent
        permits IntakeEvent, DispatchEvent, EscalationEvent, EvaluationEvent {}
