package io.gridwhistle.dispatch.orders;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.ReturnReason;
import io.gridwhistle.events.Attachment;
import io.gridwhistle.events.DispatchEvent;
import io.gridwhistle.events.DispatchEvent.OrderAcknowledged;
import io.gridwhistle.events.DispatchEvent.OrderFedBack;
import io.gridwhistle.events.DispatchEvent.OrderReturned;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.lifecycle.OrderStatus;
import io.gridwhistle.log.CaseLog;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.RequestContext;
import io.gridwhistle.log.web.Texts;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A unit's orders, and its answers to them. The check here only saves a wrong way; the log has the last word. */
@RestController
@RequestMapping("/api/v1/orders")
final class OrderController {
    private static final List<String> ISSUED = List.of(OrderStatus.ISSUED.code());
    private static final List<String> OPEN = List.of(OrderStatus.ISSUED.code(), OrderStatus.ACKNOWLEDGED.code());

    record Acknowledgement(@Nullable String note) {}

    record Return(@Nullable String reasonCode, @Nullable String note) {}

    record Feedback(
            @Nullable String result,
            @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<Attachment> attachments) {}

    /** What was taken down. */
    record Taken(EventId event, OrderId id) {}

    record Page(List<OrderAnswer> orders, @Nullable String next) {}

    private final OrderBook book;
    private final References references;
    private final CaseLog log;

    OrderController(OrderBook book, References references, CaseLog log) {
        this.book = book;
        this.references = references;
        this.log = log;
    }

    @GetMapping
    Mono<Page> list(@RequestParam MultiValueMap<String, String> parameters, RequestContext context) {
        int limit = OrderBook.limit(parameters);
        return book.list(parameters, context.caller())
                .collectList()
                .map(found -> found.size() <= limit
                        ? new Page(found, null)
                        : new Page(found.subList(0, limit), found.get(limit - 1).id()));
    }

    @GetMapping("/{id}")
    Mono<OrderAnswer> one(@PathVariable String id, RequestContext context) {
        return book.find(parse(id), context.caller(), order -> true).switchIfEmpty(unknown(id));
    }

    @PostMapping("/{id}/acknowledgement")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Taken> acknowledge(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Acknowledgement body,
            RequestContext context) {
        OrderId orderId = parse(id);
        String note = Texts.optional("/note", body == null ? null : body.note(), Texts.REASON);
        return take(orderId, ISSUED, new OrderAcknowledged(orderId, note, context.actor()), context);
    }

    @PostMapping("/{id}/return")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Taken> giveBack(@PathVariable String id, @RequestBody Return body, RequestContext context) {
        OrderId orderId = parse(id);
        String code = returnReason(body.reasonCode());
        String note = Texts.orEmpty("/note", body.note(), Texts.REASON);
        return take(orderId, OPEN, new OrderReturned(orderId, code, note, context.actor()), context);
    }

    /** One of the city's own, so that returns can be compared. */
    private String returnReason(@Nullable String code) {
        List<ReturnReason> reasons =
                references.active(ReferenceKind.CITY, CityReferences::city).listReturnReasons();
        return reasons.stream()
                .map(ReturnReason::code)
                .filter(it -> it.equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "/reasonCode",
                        (code == null ? "is missing; it is one of %s" : "'%2$s' is none of the city's: %1$s")
                                .formatted(
                                        reasons.stream().map(ReturnReason::code).collect(Collectors.joining(", ")),
                                        code)));
    }

    @PostMapping("/{id}/feedback")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Taken> feedBack(@PathVariable String id, @RequestBody Feedback body, RequestContext context) {
        OrderId orderId = parse(id);
        String result = Texts.require("/result", body.result(), Texts.STORY);
        List<Attachment> attachments = Texts.attachments("/attachments", body.attachments());
        return take(orderId, OPEN, new OrderFedBack(orderId, result, attachments, context.actor()), context);
    }

    private static void requireRightAnswer(OrderAnswer order, DispatchEvent event) {
        if (event instanceof OrderFedBack && order.role().equals(Role.VERIFIER.code())) {
            throw ProblemException.conflict(
                    "wrong-answer",
                    "a verifier answers with a verdict: POST /api/v1/cases/%s/verification".formatted(order.caseId()));
        }
        if (event instanceof OrderFedBack && order.role().equals(Role.FIRST_RECEIVER.code())) {
            throw ProblemException.conflict(
                    "wrong-answer",
                    "whoever leads reports it done; this order says who answers for the case until then");
        }
    }

    private static void requireReturnable(OrderAnswer order, DispatchEvent event) {
        if (event instanceof OrderReturned && !order.returnable()) {
            throw ProblemException.conflict(
                    "not-returnable",
                    order.role().equals(Role.FIRST_RECEIVER.code())
                            ? "whoever was asked first answers for the case until another lead has acknowledged it"
                            : "nobody is left to ask after the city's centre: name who leads with POST /api/v1/cases/%s/redispatch"
                                    .formatted(order.caseId()));
        }
    }

    private Mono<Taken> take(OrderId id, List<String> from, DispatchEvent event, RequestContext context) {
        String name = EventTypes.nameOf(event.getClass());
        EventId eventId = EventId.ofContent(id.caseId(), name, Json.MAPPER.writeValueAsString(event));
        return book.find(id, context.caller(), order -> from.contains(order.status()))
                .switchIfEmpty(unknown(id.value()))
                .doOnNext(order -> requireRightAnswer(order, event))
                .doOnNext(order -> requireReturnable(order, event))
                .flatMap(order -> from.contains(order.status())
                        ? log.append(new EventEnvelope<>(
                                eventId, id.caseId(), log.source(), Instant.now(), context.traceparent(), event))
                        : Mono.error(ProblemException.conflict(
                                "order-not-open",
                                "the order is '%s'; %s needs it to be %s"
                                        .formatted(order.status(), name, String.join(" or ", from)))))
                .thenReturn(new Taken(eventId, id));
    }

    private static <T> Mono<T> unknown(String id) {
        return Mono.error(() -> ProblemException.notFound("there is no order '%s' for this credential".formatted(id)));
    }

    private static OrderId parse(String id) {
        try {
            return new OrderId(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("'%s' is no order id".formatted(id));
        }
    }
}
