package io.gridwhistle.local.demo;

import io.gridwhistle.local.folder.Label;
import java.util.List;

/** Where cases come from. */
final class Channels {

    static final List<Label> ALL = List.of(
            new Label("resident-snapshot", "郑好拍"),
            new Label("micro-grid-chief", "郑连心"),
            new Label("quick-note", "随手记"),
            new Label("patrol", "巡查"),
            new Label("hotline", "12345热线"),
            new Label("merchant-alliance", "商家自治联盟"),
            new Label("one-key-alarm", "一键报警"),
            new Label("proposal", "两代一委提案"),
            new Label("ai-vision", "AI智能视觉中枢"),
            new Label("home-sensor", "独居老人传感"),
            new Label("department-transfer", "部门转办"));

    private Channels() {}
}
