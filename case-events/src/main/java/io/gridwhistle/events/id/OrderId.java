package io.gridwhistle.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of an order: its case and a number counted from 1 within the case. */
public record OrderId(@JsonValue String value) implements Comparable<OrderId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrderId {
        Codes.require("order id", value, Codes.ORDER);
    }

    @Override
    public int compareTo(OrderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    public static OrderId of(CaseId caseId, int number) {
        return new OrderId(caseId.value() + "-" + number);
    }

    public CaseId caseId() {
        return CaseId.at(value);
    }
}
