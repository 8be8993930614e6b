package io.gridwhistle.local.demo;

import java.util.List;

/** A district of the demo city: how many grids it has below its streets, and those from the meeting point outwards. */
record District(String code, String label, Counts counts, List<Street> streets) {

    static final District ERQI = new District(
            "410103",
            "二七区",
            new Counts(175, 846, 5657),
            List.of(
                    new Street("dehuajie", "德化街街道"),
                    new Street("jiefanglu", "解放路街道"),
                    new Street("minggonglu", "铭功路街道"),
                    new Street("yimalu", "一马路街道"),
                    new Street("fuhuajie", "福华街街道"),
                    new Street("mifengzhang", "蜜蜂张街道"),
                    new Street("daxuelu", "大学路街道"),
                    new Street("wulibu", "五里堡街道"),
                    new Street("jianzhongjie", "建中街街道"),
                    new Street("huaihelu", "淮河路街道"),
                    new Street("jingguanglu", "京广路街道"),
                    new Street("changjianglu", "长江路街道"),
                    new Street("songshanlu", "嵩山路街道"),
                    new Street("renhelu", "人和路街道"),
                    new Street("mazhai", "马寨镇"),
                    new Street("houzhai", "侯寨街道"),
                    new Street("yingtaogou", "樱桃沟管委会")));

    static final District JINSHUI = new District(
            "410105",
            "金水区",
            new Counts(24, 72, 216),
            List.of(
                    new Street("renminlu", "人民路街道"),
                    new Street("duling", "杜岭街道"),
                    new Street("jingbalu", "经八路街道"),
                    new Street("huayuanlu", "花园路街道"),
                    new Street("wenhualu", "文化路街道"),
                    new Street("fengchanlu", "丰产路街道")));

    static final District GUANCHENG = new District(
            "410104",
            "管城回族区",
            new Counts(24, 72, 216),
            List.of(
                    new Street("beixiajie", "北下街街道"),
                    new Street("xidajie", "西大街街道"),
                    new Street("nanguan", "南关街道"),
                    new Street("longhaimalu", "陇海马路街道"),
                    new Street("chengdonglu", "城东路街道"),
                    new Street("erligang", "二里岗街道")));

    static final List<District> ALL = List.of(ERQI, JINSHUI, GUANCHENG);

    /** How many cells of each level below L1. */
    record Counts(int l2, int l3, int micro) {}

    /** A street office, which is an L1 grid. */
    record Street(String pinyin, String label) {

        String unit() {
            return "street-" + pinyin;
        }
    }

    String centre() {
        return Trade.CENTRE.unitIn(this);
    }
}
