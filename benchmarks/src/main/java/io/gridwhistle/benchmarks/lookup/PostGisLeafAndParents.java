package io.gridwhistle.benchmarks.lookup;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.Cell;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.grid.GridSet.Spot;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.io.WKBWriter;

/**
 * PostGIS in place of JTS: one prepared statement a point, over a connection on the same machine, as a service would ask it.
 *
 * <p>Cells stand in a table of the connection's own, under a GiST index.
 */
final class PostGisLeafAndParents implements Lookup {
    private static final int BATCH = 1_000;

    private final List<List<Cell>> paths;
    private final List<Cell> zones;
    private final Connection connection;
    private final PreparedStatement query;

    PostGisLeafAndParents(GridSet gridSet) {
        List<Cell> leaves = Precedence.leaves(gridSet);
        paths = leaves.stream().map(gridSet::pathTo).toList();
        zones = Precedence.zones(gridSet);
        try {
            connection = DriverManager.getConnection(PostGisServer.get().jdbcUrl());
            execute("create extension if not exists postgis");
            execute("create temporary table cells (is_zone boolean, place int, area geometry)");
            insert(false, leaves);
            insert(true, zones);
            execute("create index on cells using gist (area)");
            execute("analyze cells");
            query = connection.prepareStatement(
                    "select is_zone, place from cells where ST_Covers(area, ST_MakePoint(?, ?)) order by is_zone, place");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void insert(boolean isZone, List<Cell> cells) throws SQLException {
        var writer = new WKBWriter();
        try (var insert = connection.prepareStatement("insert into cells values (?, ?, ST_GeomFromWKB(?))")) {
            for (int place = 0; place < cells.size(); place++) {
                insert.setBoolean(1, isZone);
                insert.setInt(2, place);
                insert.setBytes(3, writer.write(cells.get(place).geometry()));
                insert.addBatch();
                if (place % BATCH == BATCH - 1 || place == cells.size() - 1) {
                    insert.executeBatch();
                }
            }
        }
    }

    @Override
    public Spot find(Point point) {
        List<Cell> path = List.of();
        var across = new ArrayList<Cell>();
        try {
            query.setDouble(1, point.lon());
            query.setDouble(2, point.lat());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    if (rows.getBoolean(1)) {
                        across.add(zones.get(rows.getInt(2)));
                    } else if (path.isEmpty()) {
                        path = paths.get(rows.getInt(2));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Spot(path, across, List.of());
    }

    @Override
    public long bytesElsewhere() {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("select pg_total_relation_size('cells')")) {
            answer.next();
            return answer.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
