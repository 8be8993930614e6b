package io.gridwhistle.escalation.board;

import io.gridwhistle.log.web.Caller;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.RequestContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The supervised cases, those first that have been it longest. */
@RestController
final class SupervisedController {
    record Page(List<SupervisedRow> cases, @Nullable String next) {}

    private final DatabaseClient db;

    SupervisedController(DatabaseClient db) {
        this.db = db;
    }

    @GetMapping("/api/v1/sla/supervised")
    Mono<Page> list(@RequestParam MultiValueMap<String, String> parameters, RequestContext context) {
        var where = new StringBuilder("select * from supervised_case where listed");
        Map<String, Object> bindings = new LinkedHashMap<>();
        int limit = SlaQuery.USUAL;
        for (var parameter : parameters.toSingleValueMap().entrySet()) {
            String name = parameter.getKey();
            String value = SlaQuery.requireText(name, parameter.getValue());
            switch (name) {
                case "district" -> where.append(" and district = :district");
                case "class" -> where.append(" and class_code = :class");
                case "limit" -> limit = SlaQuery.limit(value);
                case "after" -> {
                    where.append(" and (since, case_id) > (:afterDue, :afterCase)");
                    SlaQuery.Cursor.read(value).bindings().forEach((key, bound) -> {
                        if (!key.equals("afterClock")) {
                            bindings.put(key, bound);
                        }
                    });
                }
                default ->
                    throw ProblemException.invalid("?" + name, "is no filter; there are district, class, limit, after");
            }
            if (!name.equals("limit") && !name.equals("after")) {
                bindings.put(name, value);
            }
        }
        Caller caller = context.caller();
        if (!caller.mayActIn(null)) {
            where.append(" and district = any(:sight)");
            bindings.put("sight", caller.districts().toArray(String[]::new));
        }
        int most = limit;
        return db.sql(where + " order by since, case_id limit " + (most + 1))
                .bindValues(bindings)
                .mapProperties(SupervisedRow.class)
                .all()
                .collectList()
                .map(found -> page(found, most));
    }

    private static Page page(List<SupervisedRow> found, int most) {
        if (found.size() <= most) {
            return new Page(found, null);
        }
        SupervisedRow last = found.get(most - 1);
        return new Page(found.subList(0, most), new SlaQuery.Cursor(last.since(), last.caseId(), "supervised").text());
    }
}
