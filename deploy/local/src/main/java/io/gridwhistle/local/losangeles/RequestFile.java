package io.gridwhistle.local.losangeles;

import io.gridwhistle.local.folder.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the published requests, whose fields contain neither quotes nor commas. */
final class RequestFile {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M/d/yy H:mm", Locale.ROOT);

    private final Map<String, Integer> columns = new HashMap<>();

    private RequestFile(String header) {
        for (String column : fields(header)) {
            columns.put(column, columns.size());
        }
    }

    static List<Request> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        RequestFile requests = new RequestFile(lines.getFirst());
        return lines.stream().skip(1).map(requests::request).toList();
    }

    private Request request(String line) {
        String[] row = fields(line);
        return new Request(
                field(row, "srnumber"),
                field(row, "requesttype"),
                field(row, "requestsource"),
                field(row, "owner"),
                LocalDateTime.parse(field(row, "createddate"), TIME),
                closed(row),
                location(row),
                field(row, "cd"),
                field(row, "nc"));
    }

    private @Nullable LocalDateTime closed(String[] row) {
        String text = field(row, "closeddate");
        // A cancelled request has a closing date too, which says nothing about how long the work takes.
        boolean done = field(row, "status").equals("Closed") && !text.isEmpty();
        return done ? LocalDateTime.parse(text, TIME) : null;
    }

    private Report.@Nullable Location location(String[] row) {
        String lon = field(row, "longitude");
        String lat = field(row, "latitude");
        if (lon.isEmpty() || lat.isEmpty()) {
            return null;
        }
        return new Report.Location("WGS84", Double.parseDouble(lon), Double.parseDouble(lat));
    }

    private String field(String[] row, String column) {
        return row[Objects.requireNonNull(columns.get(column), () -> "no column " + column)];
    }

    private static String[] fields(String line) {
        return line.split(",", -1);
    }
}
