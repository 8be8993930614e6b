package io.gridwhistle.dispatch.orders;

import io.gridwhistle.city.City;
import io.gridwhistle.city.Unit;
import io.gridwhistle.city.Units;
import io.gridwhistle.dispatch.decide.Centres;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.id.UnitCode;
import io.gridwhistle.log.web.Caller;

/**
 * Who decides about a case, and whom he may name: a desk of the city or of a district, or a unit that is a centre for the
 * case: the zone's task force, the district's centre, the city's.
 */
record Desk(Caller caller, City city, Units units) {

    boolean decidesAbout(BookedCase booked) {
        return caller.unit() == null ? isWithinReach(booked) : isCentreFor(booked, caller.unit());
    }

    /**
     * A case of the caller's districts: one that lies there, or that a unit from there leads. Where several districts are
     * involved, none of their desks decides about the others' units.
     */
    private boolean isWithinReach(BookedCase booked) {
        RoutingDecision decision = booked.decision();
        if (decision != null && decision.districts().size() > 1) {
            return decision.districts().stream().allMatch(it -> caller.mayActIn(it.value()));
        }
        var district = booked.district();
        var lead = booked.state().lead() == null
                ? null
                : booked.state().orders().get(booked.state().lead());
        return caller.mayActIn(district == null ? null : district.value())
                || (lead != null && caller.mayActIn(lead.to().district().value()));
    }

    private boolean isCentreFor(BookedCase booked, UnitCode code) {
        RoutingDecision decision = booked.decision();
        return decision != null
                && Centres.list(decision, units).stream()
                        .anyMatch(centre -> centre.unit().equals(code));
    }

    /**
     * Everybody names units of the whole city; beside them a district's desk its own, a zone's task force those of all
     * districts that the case involves (派单制), the city's desk any.
     */
    boolean mayName(BookedCase booked, Unit named) {
        if (named.district().equals(city.code())) {
            return true;
        }
        if (caller.unit() == null) {
            return caller.mayActIn(named.district().value());
        }
        Unit own = units.find(caller.unit()).orElseThrow();
        return switch (own.kind()) {
            case CITY_CENTRE -> true;
            case TASK_FORCE ->
                booked.decision() != null && booked.decision().districts().contains(named.district());
            case DISTRICT_CENTRE, STREET, DEPARTMENT, COUNCIL -> own.district().equals(named.district());
        };
    }
}
