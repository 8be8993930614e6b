package io.gridwhistle.city;

import java.util.List;
import java.util.regex.Pattern;

/** Why a unit may say that an order is not its own (退单原因): a code, and what people call it. */
public record ReturnReason(String code, String name) {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /** Of a city that names none of its own. */
    public static final List<ReturnReason> USUAL = List.of(
            new ReturnReason("not-our-duty", "非本单位职责"),
            new ReturnReason("not-our-area", "非本辖区"),
            new ReturnReason("wrong-class", "案件类别有误"),
            new ReturnReason("wrong-place", "案件位置有误"),
            new ReturnReason("no-authority", "无处置权限"),
            new ReturnReason("needs-others", "需多单位联合处置"));

    public ReturnReason {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("return reason: '%s' does not match %s".formatted(code, CODE));
        }
    }
}
