package io.gridwhistle.local.replay;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.LogEvent;
import io.gridwhistle.events.Order;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.kafka.EventCodec;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.lifecycle.CaseLifecycle;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.OrderLine;
import io.gridwhistle.lifecycle.OrderStatus;
import io.gridwhistle.lifecycle.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Where every order stands by the case log alone. */
final class LogBook {
    private final Map<CaseId, CaseState> cases = new HashMap<>();
    private final List<Order> orders = new ArrayList<>();

    static LogBook of(List<ProducerRecord<String, byte[]>> log) {
        var book = new LogBook();
        log.forEach(book::read);
        return book;
    }

    private void read(ProducerRecord<String, byte[]> record) {
        var envelope = EventCodec.decode(record.headers(), record.value(), LogEvent.class);
        if (envelope.event() instanceof CaseEvent event) {
            CaseId id = envelope.requireCaseId();
            if (CaseLifecycle.apply(cases.get(id), envelope.id(), event) instanceof Outcome.Valid(var next)) {
                cases.put(id, next);
            }
            if (event instanceof CaseDispatched dispatched) {
                orders.addAll(dispatched.orders());
            }
        }
    }

    /** The orders on a unit's topic and their status, {@code ^} where the case went up past an open one. */
    Map<String, String> on(String topic) {
        var stands = new TreeMap<String, String>();
        for (Order order : orders) {
            if (Topics.dispatch(order.to()).equals(topic)) {
                stands.put(order.id().value(), status(order.id()));
            }
        }
        return stands;
    }

    private String status(OrderId id) {
        CaseState state = cases.get(id.caseId());
        OrderLine line = state == null ? null : state.orders().get(id);
        return line == null
                ? OrderStatus.WITHDRAWN.code()
                : line.status().code() + (line.status().isOpen() && line.escalated() ? "^" : "");
    }
}
