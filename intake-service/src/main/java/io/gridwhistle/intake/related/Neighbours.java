package io.gridwhistle.intake.related;

import io.gridwhistle.city.Related;
import io.gridwhistle.city.geo.Point;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.intake.related.Choice.Asked;
import io.gridwhistle.intake.related.Choice.Candidate;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads from the register which of some accepted cases may be linked, and to what. */
@Component
final class Neighbours {
    /**
     * The box around a point is only what an index finds, and the circle in it is drawn a little too wide; {@link Sighting}
     * has the last word. The earliest few are enough: the first of them that is related is the one to follow.
     */
    static final String FIND = """
            with asked as (
              select r.*, c.seconds * interval '1 second' as span,
                     c.metres / :degree as north, c.metres / :degree / greatest(cos(radians(r.lat)), 0.01) as east
              from unnest(:classes::text[], :metres::float8[], :seconds::float8[]) as c(class_code, metres, seconds)
              join case_register r using (class_code)
              where r.case_id = any(:ids) and r.linkable and r.accepted_at is not null
            )
            select a.class_code,
                   a.case_id, a.lon, a.lat, a.building, a.floor, a.reported_at, a.accepted_at, a.since,
                   f.case_id, f.lon, f.lat, f.building, f.floor, f.reported_at, f.accepted_at, f.since, f.followers
            from asked a left join lateral (
              (select f.* from case_register f
               where f.followable and f.class_code = a.class_code and f.building = a.building
                 and (f.floor = a.floor or f.floor is null or a.floor is null)
                 and (f.accepted_at, f.case_id) < (a.accepted_at, a.case_id)
                 and f.reported_at between a.reported_at - a.span and a.reported_at + a.span
               order by f.accepted_at, f.case_id limit 10)
              union all
              (select f.* from case_register f
               where f.followable and f.class_code = a.class_code
                 and f.lat between a.lat - a.north and a.lat + a.north
                 and f.lon between a.lon - a.east and a.lon + a.east
                 and (f.building is null or a.building is null)
                 and power(f.lat - a.lat, 2) + power((f.lon - a.lon) * a.north / a.east, 2) <= power(1.01 * a.north, 2)
                 and (f.accepted_at, f.case_id) < (a.accepted_at, a.case_id)
                 and f.reported_at between a.reported_at - a.span and a.reported_at + a.span
               order by f.accepted_at, f.case_id limit 10)
              union all
              -- Of a building that the city does not have the name says nothing; which those are, the choice knows.
              (select f.* from case_register f
               where f.followable and f.class_code = a.class_code
                 and f.lat between a.lat - a.north and a.lat + a.north
                 and f.lon between a.lon - a.east and a.lon + a.east
                 and f.building is not null and a.building is not null
                 and power(f.lat - a.lat, 2) + power((f.lon - a.lon) * a.north / a.east, 2) <= power(1.01 * a.north, 2)
                 and (f.accepted_at, f.case_id) < (a.accepted_at, a.case_id)
                 and f.reported_at between a.reported_at - a.span and a.reported_at + a.span
               order by f.accepted_at, f.case_id limit 100)
            ) f on true
            """;

    private record Row(
            ClassCode classCode, Sighting asked, @Nullable Candidate candidate) {}

    private final DatabaseClient db;

    Neighbours(DatabaseClient db) {
        this.db = db;
    }

    /** Of those of these cases whose class has thresholds, by class. */
    Mono<Map<ClassCode, List<Asked>>> find(Collection<String> cases, Map<ClassCode, Related> thresholds) {
        return bind(db.sql(FIND), cases, thresholds)
                .map(Neighbours::row)
                .all()
                .collectList()
                .map(Neighbours::byClass);
    }

    static GenericExecuteSpec bind(
            GenericExecuteSpec sql, Collection<String> cases, Map<ClassCode, Related> thresholds) {
        List<ClassCode> classes = List.copyOf(thresholds.keySet());
        List<Related> values = classes.stream().map(thresholds::get).toList();
        return sql.bind("ids", cases.toArray(String[]::new))
                .bind("classes", classes.stream().map(ClassCode::value).toArray(String[]::new))
                .bind("metres", values.stream().map(Related::metres).toArray(Double[]::new))
                .bind(
                        "seconds",
                        values.stream()
                                .map(it -> it.within().toMillis() / 1000.0)
                                .toArray(Double[]::new))
                .bind("degree", Point.METRES_PER_DEGREE);
    }

    private static Map<ClassCode, List<Asked>> byClass(List<Row> rows) {
        var asked = new LinkedHashMap<CaseId, Asked>();
        var byClass = new HashMap<ClassCode, List<Asked>>();
        for (Row row : rows) {
            Asked one = asked.computeIfAbsent(row.asked().id(), id -> {
                var newly = new Asked(row.asked(), new ArrayList<>());
                byClass.computeIfAbsent(row.classCode(), it -> new ArrayList<>())
                        .add(newly);
                return newly;
            });
            if (row.candidate() != null) {
                one.candidates().add(row.candidate());
            }
        }
        return byClass;
    }

    private static Row row(Readable row) {
        Integer followers = row.get(17, Integer.class);
        return new Row(
                new ClassCode(row.get(0, String.class)),
                sighting(row, 1),
                followers == null ? null : new Candidate(sighting(row, 9), followers));
    }

    private static Sighting sighting(Readable row, int at) {
        Double lon = row.get(at + 1, Double.class);
        Double lat = row.get(at + 2, Double.class);
        return new Sighting(
                new CaseId(row.get(at, String.class)),
                lon == null || lat == null ? null : new Point(lon, lat),
                row.get(at + 3, String.class),
                row.get(at + 4, String.class),
                row.get(at + 5, Instant.class),
                row.get(at + 6, Instant.class),
                new EventId(row.get(at + 7, String.class)));
    }
}
