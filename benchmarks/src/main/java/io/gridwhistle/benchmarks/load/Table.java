package io.gridwhistle.benchmarks.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of text: labels to the left, numbers to the right. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    public Table(Object... head) {
        row(head);
    }

    public Table row(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).toList());
        return this;
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                String format = (i == 0 ? "%-" : "  %") + width(i) + "s";
                text.append(format.formatted(row.get(i)));
            }
            text.append(System.lineSeparator());
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> column < row.size() ? row.get(column).length() : 0)
                .max()
                .orElse(1);
    }
}
