package io.gridwhistle.log.streams;

/** A payload on its way to a topic. */
record Outgoing(String topic, byte[] payload) {}
