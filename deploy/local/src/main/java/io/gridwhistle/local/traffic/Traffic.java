package io.gridwhistle.local.traffic;

import io.gridwhistle.local.CityPlan;

/** A city's day: people report, departments answer. */
public final class Traffic implements AutoCloseable {
    private final Platforms platforms;
    private final Departments departments;

    private Traffic(Platforms platforms, Departments departments) {
        this.platforms = platforms;
        this.departments = departments;
    }

    public static Traffic start(CityPlan plan) {
        return new Traffic(Platforms.start(plan), Departments.start(plan));
    }

    @Override
    public void close() {
        platforms.close();
        departments.close();
    }
}
