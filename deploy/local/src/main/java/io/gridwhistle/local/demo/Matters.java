package io.gridwhistle.local.demo;

import static io.gridwhistle.local.demo.Matter.component;
import static io.gridwhistle.local.demo.Matter.event;
import static io.gridwhistle.local.demo.Pace.BURST;
import static io.gridwhistle.local.demo.Pace.COMPLAINT;
import static io.gridwhistle.local.demo.Pace.COMPLEX;
import static io.gridwhistle.local.demo.Pace.EMERGENCY;
import static io.gridwhistle.local.demo.Pace.GENERAL;
import static io.gridwhistle.local.demo.Pace.HALF_A_DAY;
import static io.gridwhistle.local.demo.Pace.LEAK;
import static io.gridwhistle.local.demo.Pace.QUARREL;
import static io.gridwhistle.local.demo.Pace.UTILITY;
import static io.gridwhistle.local.demo.Trade.CENTRE;
import static io.gridwhistle.local.demo.Trade.FIRE;
import static io.gridwhistle.local.demo.Trade.GAS;
import static io.gridwhistle.local.demo.Trade.HEATING;
import static io.gridwhistle.local.demo.Trade.HOUSING;
import static io.gridwhistle.local.demo.Trade.MARKET;
import static io.gridwhistle.local.demo.Trade.PARKS;
import static io.gridwhistle.local.demo.Trade.POLICE;
import static io.gridwhistle.local.demo.Trade.POWER;
import static io.gridwhistle.local.demo.Trade.URBAN;
import static io.gridwhistle.local.demo.Trade.WATER;

import java.util.List;

/** The classes of cases, grouped as in GB/T 30428.2, and those that the city added. */
final class Matters {

    static final List<Matter> ALL = List.of(
            component("公用设施", "manhole-cover", "井盖缺损", UTILITY, URBAN, WATER).reportedOnce(10, "P1D"),
            component("公用设施", "street-lamp", "路灯故障", UTILITY, URBAN, POWER).reportedOnce(30, "P1D"),
            component("公用设施", "water-pipe-burst", "水管爆裂", BURST, WATER, URBAN).reportedOnce(100, "PT4H"),
            component("公用设施", "heating-leak", "供热泄漏", LEAK, HEATING, URBAN).reportedOnce(100, "PT12H"),
            component("公用设施", "gas-leak", "燃气泄漏", EMERGENCY, GAS, FIRE, POLICE)
                    .supervisedByCentre()
                    .reportedOnce(100, "PT2H"),
            component("公用设施", "power-facility", "电力设施损坏", UTILITY, POWER).reportedOnce(200, "PT4H"),
            component("道路交通", "road-damage", "路面破损", GENERAL, URBAN).reportedOnce(20, "P7D"),
            component("道路交通", "road-cave-in", "道路塌陷", GENERAL, URBAN, POLICE, WATER)
                    .supervisedByCentre()
                    .reportedOnce(50, "P1D"),
            component("道路交通", "traffic-sign", "交通标志损坏", UTILITY, POLICE).reportedOnce(20, "P1D"),
            component("市容环境", "public-toilet", "公厕设施损坏", UTILITY, URBAN).reportedOnce(30, "P1D"),
            component("市容环境", "waste-bin", "垃圾箱破损", UTILITY, URBAN).reportedOnce(20, "P1D"),
            component("园林绿化", "tree-fallen", "树木倒伏", UTILITY, PARKS, URBAN).reportedOnce(30, "P1D"),
            component("园林绿化", "green-damage", "绿地损坏", GENERAL, PARKS),
            component("房屋土地", "dangerous-house", "危旧房屋", COMPLEX, HOUSING).supervisedByCentre(),
            component("其他", "other-component", "其他部件", GENERAL, CENTRE).acceptedAtDesk(),
            event("市容环境", "litter", "垃圾堆积", UTILITY, URBAN).reportedOnce(30, "PT12H"),
            event("市容环境", "standing-water", "道路积水", EMERGENCY, URBAN, WATER).reportedOnce(100, "PT6H"),
            event("宣传广告", "illegal-poster", "非法小广告", UTILITY, URBAN),
            event("宣传广告", "illegal-billboard", "违规户外广告", GENERAL, URBAN),
            event("施工管理", "construction-dust", "施工扬尘", UTILITY, HOUSING, URBAN).reportedOnce(200, "PT6H"),
            event("施工管理", "night-construction", "夜间施工扰民", UTILITY, URBAN, HOUSING)
                    .reportedOnce(200, "PT6H"),
            event("突发事件", "one-key-alarm", "一键报警", EMERGENCY, POLICE).ownerFirst(),
            event("突发事件", "elder-alarm", "独居老人预警", EMERGENCY, CENTRE, POLICE),
            event("街面秩序", "street-stall", "占道经营", HALF_A_DAY, URBAN).reportedOnce(30, "PT2H"),
            event("街面秩序", "illegal-parking", "违规停车", UTILITY, POLICE),
            event("街面秩序", "noise-quarrel", "噪音纠纷", QUARREL, POLICE).reportedOnce(50, "PT1H"),
            event("其他", "other-event", "其他事件", GENERAL, CENTRE).acceptedAtDesk(),
            event("消费投诉", "consumer-complaint", "消费投诉", COMPLAINT, MARKET),
            event("矛盾纠纷", "dispute", "矛盾纠纷", COMPLEX, CENTRE, POLICE).acceptedAtDesk(),
            event("安全隐患", "safety-hazard", "安全隐患", UTILITY, FIRE, HOUSING).supervisedByCentre(),
            event("企业诉求", "enterprise-service", "企业诉求", COMPLEX, CENTRE, MARKET).acceptedAtDesk());

    private Matters() {}
}
