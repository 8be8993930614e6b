package io.gridwhistle.lifecycle;

import io.gridwhistle.events.Addressee;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.id.UnitCode;
import org.jspecify.annotations.Nullable;

/**
 * An order as the lifecycle sees it.
 *
 * @param escalated the case has gone up past it; it may still be answered
 */
public record OrderLine(Role role, Addressee to, boolean returnable, OrderStatus status, boolean escalated) {
    OrderLine with(OrderStatus next) {
        return new OrderLine(role, to, returnable, next, escalated);
    }

    OrderLine gonePast() {
        return new OrderLine(role, to, returnable, status, true);
    }

    OrderLine withdrawn() {
        return status.isOpen() ? with(OrderStatus.WITHDRAWN) : this;
    }

    boolean isOpenLead() {
        return role == Role.LEAD && status.isOpen();
    }

    /** Whether this very unit helps another by it; who leads helps nobody. */
    boolean isHelpOf(UnitCode unit) {
        return (role == Role.CO_HANDLER || role == Role.SUPERVISOR) && to.unit().equals(unit);
    }

    /** Whether it is this unit's, or one of its posts'. */
    boolean isOf(@Nullable UnitCode unit) {
        return to.unit().equals(unit) || to.desk().equals(unit);
    }
}
