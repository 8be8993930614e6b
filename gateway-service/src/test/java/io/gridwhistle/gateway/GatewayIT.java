package io.gridwhistle.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.Json;
import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.gateway.StubService.Seen;
import io.gridwhistle.log.web.Caller;
import io.gridwhistle.log.web.CallerRole;
import io.gridwhistle.log.web.CallerToken;
import io.gridwhistle.log.web.Problem;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.Disposable;
import reactor.core.publisher.Sinks;

/** The gateway as it runs, before three services that answer and one (escalation) that is not there. */
class GatewayIT {
    private static final String SECRET = "a secret of thirty-two characters or more";
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final int BURST = 200;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static StubService intake;
    private static StubService dispatch;
    private static StubService evaluation;
    private static int escalationPort;
    private static ConfigurableApplicationContext gateway;
    private static String url;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        intake = new StubService("intake", 0);
        dispatch = new StubService("dispatch", 0, 2);
        evaluation = new StubService("evaluation", 0);
        try (var socket = new ServerSocket(0)) {
            escalationPort = socket.getLocalPort();
        }
        String credentials = "[%s]"
                .formatted(String.join(
                        ",",
                        credential("platform", ", \"platform\": \"zhp\""),
                        credential("unit", ", \"unit\": \"u1\""),
                        credential("operator", ""),
                        credential("auditor", ""),
                        credential("hasty", "auditor", "")));
        gateway = GatewayService.application()
                .run(
                        "--server.port=0",
                        "--gridwhistle.gateway.credentials-file="
                                + Files.writeString(folder.resolve("credentials.json"), credentials),
                        "--gridwhistle.gateway.caller-secret=" + SECRET,
                        "--gridwhistle.gateway.services.intake=" + intake.url(),
                        "--gridwhistle.gateway.services.dispatch=" + dispatch.url(),
                        "--gridwhistle.gateway.services.escalation=http://localhost:" + escalationPort,
                        "--gridwhistle.gateway.services.evaluation=" + evaluation.url(),
                        "--gridwhistle.gateway.limits.large-body=1MB",
                        "--gridwhistle.gateway.limits.answer-time=500ms",
                        "--gridwhistle.gateway.breaker.minimum-calls=4",
                        "--gridwhistle.gateway.breaker.open-for=1h",
                        "--gridwhistle.gateway.rate.burst=" + BURST,
                        "--gridwhistle.gateway.rate.per-second=1");
        url = "http://localhost:" + gateway.getEnvironment().getProperty("local.server.port");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        List.of(intake, dispatch, evaluation).forEach(StubService::close);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /api/v1/cases",
        "POST, /api/v1/cases",
        "GET,  /api/v1/cases/c1/reporter",
        "GET,  /nowhere",
        "GET,  /actuator",
        "GET,  /actuator/env",
        "OPTIONS, /api/v1/cases"
    })
    void nobodyUnknownComesIn(String method, String path) {
        for (var sent : List.of(request(method, path), as("nobody", method, path))) {
            var answer = send(sent);
            assertProblem(answer, 401, "unauthenticated");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("ApiKey");
        }
    }

    @Test
    void twoKeysAreNone() {
        var sent = as("operator", "GET", "/api/v1/cases").header("X-Api-Key", key("auditor"));
        assertProblem(send(sent), 401, "unauthenticated");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    platform, POST,   /api/v1/cases,                       intake
                    operator, POST,   /api/v1/cases,                       -
                    unit,     POST,   /api/v1/cases,                       -
                    auditor,  GET,    /api/v1/cases?district=410103,       intake
                    auditor,  HEAD,   /api/v1/cases/c1,                    intake
                    unit,     GET,    /api/v1/cases/c1/timeline,           intake
                    operator, DELETE, /api/v1/cases/c1/reporter,           intake
                    auditor,  GET,    /api/v1/cases/c1/reporter,           -
                    operator, PUT,    /api/v1/city,                        intake
                    unit,     GET,    /api/v1/orders?unit=u1,              dispatch
                    platform, GET,    /api/v1/orders,                      -
                    unit,     POST,   /api/v1/orders/c1-1/acknowledgement, dispatch
                    auditor,  POST,   /api/v1/orders/c1-1/return,          -
                    platform, GET,    /api/v1/resolve?lon=113.67&lat=34.7, dispatch
                    operator, POST,   /api/v1/grid-sets/7/activation,      dispatch
                    unit,     GET,    /api/v1/grid-sets/7,                 -
                    unit,     PUT,    /api/v1/units,                       -
                    unit,     POST,   /api/v1/cases/c1/supervision,        -
                    unit,     POST,   /api/v1/cases/c1/verification,       evaluation
                    platform, POST,   /api/v1/cases/c1/verification,       -
                    platform, POST,   /api/v1/cases/c1/reopening,          evaluation
                    auditor,  GET,    /api/v1/indices?by=district,         evaluation
                    """)
    void eachRoleComesThroughItsDoors(String role, String method, String path, String service) {
        var answer = send(as(role, method, path));
        if (service.equals("-")) {
            assertProblem(answer, 403, "forbidden");
        } else if (method.equals("HEAD")) {
            assertThat(answer.statusCode()).isEqualTo(200);
        } else {
            Seen seen = seen(answer);
            assertThat(seen.service()).isEqualTo(service);
            assertThat(seen.method()).isEqualTo(method);
            assertThat(seen.uri()).isEqualTo(path);
        }
    }

    @Test
    void theServiceLearnsTheCallerFromTheGatewayAlone() {
        String forged = new CallerToken("x".repeat(32))
                .sign(new Caller("root", Set.of(CallerRole.OPERATOR), null, null, Set.of("*")), Instant.now());
        Seen seen = seen(send(as("platform", "GET", "/api/v1/cases").header("x-gridwhistle-caller", forged)));
        assertThat(seen.headers()).doesNotContainKey("x-api-key");
        assertThat(new CallerToken(SECRET)
                        .verify(seen.headers().getOrDefault("x-gridwhistle-caller", ""), Instant.now()))
                .contains(new Caller(
                        "platform", Set.of(CallerRole.PLATFORM), new PlatformId("zhp"), null, Set.of("410103")));
    }

    @Test
    void aTraceIsTakenUpOrBegun() {
        var continued = send(as("auditor", "GET", "/api/v1/cases")
                .header("traceparent", TRACE)
                .header("tracestate", "a=1"));
        assertThat(seen(continued).headers())
                .containsEntry("traceparent", TRACE)
                .containsEntry("tracestate", "a=1");
        assertThat(continued.headers().allValues("traceparent")).containsExactly(TRACE);

        var begun = send(as("auditor", "GET", "/api/v1/cases")
                .header("traceparent", "00-x")
                .header("tracestate", "a=1"));
        String trace = begun.headers().firstValue("traceparent").orElseThrow();
        assertThat(trace).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
        assertThat(seen(begun).headers()).containsEntry("traceparent", trace).doesNotContainKey("tracestate");

        assertThat(send(request("GET", "/").header("traceparent", TRACE))
                        .headers()
                        .firstValue("traceparent"))
                .contains(TRACE);
    }

    @ParameterizedTest
    @CsvSource({"/", "/api/v1/nothing", "/api/v1/cases/", "/api/v1/cases/c1%2Ftimeline", "/actuator/env"})
    void whereThereIsNoDoorThereIsNothing(String path) {
        assertProblem(send(as("operator", "GET", path)), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({"PUT", "OPTIONS", "PATCH"})
    void whatCannotBeDoneThereIsTold(String method) {
        var answer = send(as("operator", method, "/api/v1/cases"));
        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow").orElseThrow().split(","))
                .containsExactlyInAnyOrder("GET", "POST");
    }

    @Test
    void aSmallBodyHasItsLimitWhetherAnnouncedOrNot() {
        assertThat(seen(send(posted(announced(256 << 10)))).bodyBytes()).isEqualTo(256 << 10);
        assertThat(seen(send(posted(unannounced(256 << 10)))).bodyBytes()).isEqualTo(256 << 10);
        assertProblem(send(posted(announced((256 << 10) + 1))), 413, "content-too-large");
        assertProblem(send(posted(unannounced((256 << 10) + 1))), 413, "content-too-large");
    }

    @Test
    void aLargeBodyHasItsOwnLimit() {
        assertThat(seen(send(put(announced(1 << 20)))).bodyBytes()).isEqualTo(1 << 20);
        assertThat(seen(send(put(unannounced(1 << 20)))).bodyBytes()).isEqualTo(1 << 20);
        assertProblem(send(put(announced((1 << 20) + 1))), 413, "content-too-large");
        assertProblem(send(put(unannounced((1 << 20) + 1))), 413, "content-too-large");
    }

    @Test
    void aBatchIsAnsweredLineByLineWhileItIsStillSent() throws Exception {
        Sinks.Many<String> lines = Sinks.many().unicast().onBackpressureBuffer();
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        Disposable exchange = reactor.netty.http.client.HttpClient.create()
                .headers(it -> it.set("X-Api-Key", key("platform")).set("Content-Type", "application/x-ndjson"))
                .post()
                .uri(url + "/api/v1/cases/batch")
                .send((request, out) -> out.send(
                        lines.asFlux().map(it -> Unpooled.copiedBuffer(it, StandardCharsets.UTF_8)), buffer -> true))
                .response((response, content) -> content.asString())
                .doOnComplete(() -> answers.add("end"))
                .doOnError(it -> answers.add(it.toString()))
                .subscribe(answers::add);
        try {
            for (int line = 1; line <= 3; line++) {
                lines.tryEmitNext("{\"line\": %d}\n".formatted(line)).orThrow();
                assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo("took {\"line\": %d}%n", line);
            }
            lines.tryEmitComplete().orThrow();
            assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo("end");
        } finally {
            exchange.dispose();
        }
    }

    @Test
    void aServiceThatIsAwayIsLeftAloneAfterAWhile() {
        var first = send(as("operator", "GET", "/api/v1/sla"));
        assertProblem(first, 503, "backend-unreachable");
        assertThat(first.headers().firstValue("Retry-After")).contains("1");
        assertThat(first.body()).contains("escalation").doesNotContain("localhost", String.valueOf(escalationPort));

        IntStream.range(0, 4).forEach(it -> send(as("operator", "GET", "/api/v1/sla")));
        var later = send(as("operator", "GET", "/api/v1/policies"));
        assertProblem(later, 503, "backend-unavailable");
        assertThat(later.headers().firstValue("Retry-After")).contains("3600");
        assertProblem(send(as("operator", "PUT", "/api/v1/policies")), 503, "backend-unreachable");
        assertThat(scraped())
                .contains(
                        "gridwhistle_gateway_backend_cut_off{backend=\"escalation-reads\"} 1.0",
                        "gridwhistle_gateway_backend_cut_off{backend=\"escalation\"} 0.0",
                        "gridwhistle_gateway_backend_cut_off{backend=\"intake\"} 0.0");
    }

    @Test
    void whatAServiceThatDoesNotAnswerHasDoneIsNotKnown() {
        var late = send(as("operator", "GET", "/api/v1/orders/never"));
        assertProblem(late, 504, "backend-timeout");
        assertThat(late.body()).contains("not known", "safe to repeat");

        for (String path : List.of("/api/v1/orders/broken", "/api/v1/orders/headonly")) {
            var broken = send(as("operator", "GET", path));
            assertProblem(broken, 502, "backend-broke-off");
            assertThat(broken.body()).contains("not known", "safe to repeat").doesNotContain("localhost", "Exception");
        }
    }

    /** Another answer is given up on while they are waited for. */
    @Test
    @Timeout(60)
    void whatIsLongInTheMakingHasTheTimeOfAnUpload() throws Exception {
        var waiting = Stream.of("report", "moves")
                .map(it -> as("operator", "GET", "/api/v1/grid-sets/v1/" + it))
                .map(it -> CLIENT.sendAsync(it.build(), BodyHandlers.ofString()))
                .toList();
        dispatch.awaitAsked();
        assertProblem(send(as("operator", "GET", "/api/v1/orders/never")), 504, "backend-timeout");
        dispatch.release();
        assertThat(waiting)
                .allSatisfy(it -> assertThat(it)
                        .succeedsWithin(Duration.ofSeconds(20))
                        .satisfies(answer -> assertThat(seen(answer).service()).isEqualTo("dispatch")));
        var loaded = as("operator", "GET", "/api/v1/grid-sets/v1/report").method("GET", announced((256 << 10) + 1));
        assertProblem(send(loaded), 413, "content-too-large");
    }

    @Test
    void aServiceThatSaysItIsUnwellIsNotCutOff() {
        IntStream.range(0, 25)
                .forEach(it -> assertThat(send(as("operator", "GET", "/api/v1/orders/unwell"))
                                .statusCode())
                        .isEqualTo(503));
        assertThat(seen(send(as("operator", "GET", "/api/v1/orders"))).service())
                .isEqualTo("dispatch");
    }

    @Test
    void whoIsTooFastWaits() {
        IntStream.range(0, BURST).forEach(it -> send(as("hasty", "GET", "/nowhere")));
        var answer = IntStream.range(0, BURST)
                .mapToObj(it -> send(as("hasty", "GET", "/nowhere")))
                .filter(it -> it.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        assertProblem(answer, 429, "too-many-requests");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(send(as("auditor", "GET", "/api/v1/cases")).statusCode()).isEqualTo(200);
        assertThat(scraped()).contains("gridwhistle_gateway_refused_requests_total{reason=\"too-many-requests\"}");
    }

    @Test
    void itIsReadyOnceAllServicesAre() {
        assertThat(send(request("GET", "/actuator/health/liveness")).statusCode())
                .isEqualTo(200);
        var before = send(request("GET", "/actuator/health/readiness"));
        assertThat(before.statusCode()).isEqualTo(503);
        assertThat(before.body())
                .contains("\"escalation\":{\"status\":\"OUT_OF_SERVICE\"}")
                .doesNotContain("localhost");
        try (var escalation = new StubService("escalation", escalationPort)) {
            assertThat(escalation.url()).endsWith(":" + escalationPort);
            assertThat(send(request("GET", "/actuator/health/readiness")).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void requestsAreMeasuredByDoor() {
        send(as("auditor", "GET", "/api/v1/cases/c1/timeline"));
        assertThat(scraped()).contains("uri=\"/api/v1/cases/{id}/timeline\"");
    }

    private static HttpRequest.Builder posted(BodyPublisher body) {
        return as("platform", "POST", "/api/v1/cases").POST(body);
    }

    private static HttpRequest.Builder put(BodyPublisher body) {
        return as("operator", "POST", "/api/v1/grid-sets").POST(body);
    }

    private static BodyPublisher announced(int bytes) {
        return BodyPublishers.ofByteArray(new byte[bytes]);
    }

    private static BodyPublisher unannounced(int bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
    }

    private static HttpRequest.Builder request(String method, String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .method(method, BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(20));
    }

    private static HttpRequest.Builder as(String credential, String method, String path) {
        return request(method, path).header("X-Api-Key", key(credential));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String scraped() {
        return send(request("GET", "/actuator/prometheus")).body();
    }

    private static Seen seen(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.MAPPER.readValue(answer.body(), Seen.class);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        Problem problem = Json.MAPPER.readValue(answer.body(), Problem.class);
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.type()).endsWith("/problems/" + type);
        assertThat(problem.title()).isNotBlank();
        assertThat(problem.detail()).isNotBlank();
    }

    private static String credential(String role, String binding) {
        return credential(role, role, binding);
    }

    private static String credential(String name, String role, String binding) {
        return "{\"name\": \"%s\", \"sha256\": \"%s\", \"roles\": [\"%s\"], \"districts\": [\"410103\"]%s}"
                .formatted(name, sha256(key(name)), role, binding);
    }

    private static String key(String name) {
        return "the key of " + name;
    }

    private static String sha256(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
