package io.gridwhistle.dispatch.decide;

import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.OrderId;
import java.util.Map;

final class Links {
    private Links() {}

    static Map<String, String> of(CaseId caseId, OrderId orderId) {
        String order = "/api/v1/orders/" + orderId;
        return Map.of("case", "/api/v1/cases/" + caseId, "order", order);
    }
}
