package io.gridwhistle.log.web;

import static java.util.Objects.requireNonNull;

import io.gridwhistle.events.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Controllers behind the door that every service has, without a network: what a caller sends, and what he reads. */
public final class TestDoor {
    private final WebTestClient client;

    private TestDoor(WebTestClient client) {
        this.client = client;
    }

    /** An operator of the whole city calls; {@code advice} stands beside what every service has. */
    public static TestDoor to(List<Object> controllers, Object... advice) {
        return as(
                new Caller("city-operator", Set.of(CallerRole.OPERATOR), null, null, Set.of("*")), controllers, advice);
    }

    public static TestDoor as(Caller caller, List<Object> controllers, Object... advice) {
        var advices = new ArrayList<>(List.of(advice));
        advices.add(new ProblemAdvice());
        return new TestDoor(WebTestClient.bindToController(controllers.toArray())
                .controllerAdvice(advices.toArray())
                .argumentResolvers(it -> it.addCustomResolver(new RequestContextResolver()))
                .httpMessageCodecs(it -> {
                    it.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(Json.READER));
                    it.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(Json.READER));
                })
                .webFilter((exchange, chain) -> {
                    exchange.getAttributes().put(CallerFilter.CONTEXT, new RequestContext(caller, null));
                    return chain.filter(exchange);
                })
                .configureClient()
                .responseTimeout(Duration.ofSeconds(60))
                .build());
    }

    /** An answer to a request. */
    public record Answer(
            String request, int status, @Nullable MediaType type, String body) {
        /** As it stands in a document: status and kind, then the body, laid out to be read. */
        public String toMarkdown() {
            String pretty = Json.MAPPER
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(Json.MAPPER.readTree(body))
                    .replace(System.lineSeparator(), "\n");
            return "`%s`: %d `%s`\n```json\n%s\n```".formatted(request, status, type, pretty);
        }
    }

    public Answer send(String method, String path, byte @Nullable [] body, MediaType... accepted) {
        var request = client.method(HttpMethod.valueOf(method))
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .accept(accepted);
        var answer = (body == null ? request : request.bodyValue(body))
                .exchange()
                .expectBody()
                .returnResult();
        byte[] read = answer.getResponseBody();
        return new Answer(
                method + " " + path,
                answer.getStatus().value(),
                answer.getResponseHeaders().getContentType(),
                read == null ? "" : new String(requireNonNull(read), StandardCharsets.UTF_8));
    }
}
