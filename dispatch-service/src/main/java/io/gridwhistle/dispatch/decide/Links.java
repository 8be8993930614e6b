package io.gridwhistle.dispatch.decide;

import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.OrderId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

final class Links {
    private Links() {}

    /** In this order: {@code Map.of} has another one in each process, and the same order would not be the same bytes. */
    static Map<String, String> of(CaseId caseId, OrderId orderId) {
        var links = new LinkedHashMap<String, String>();
        links.put("case", "/api/v1/cases/" + caseId);
        links.put("order", "/api/v1/orders/" + orderId);
        return Collections.unmodifiableMap(links);
    }
}
