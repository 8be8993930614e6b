package io.gridwhistle.local.demo;

/** Made-up names of communities, each once in a street. */
final class CommunityNames {

    private static final String[] FIRST = {
        "康乐", "幸福", "和平", "兴华", "永安", "绿云", "汇泉", "祥和", "文苑", "新华", "金桥", "望湖", "春晖", "锦绣", "长青", "仁和", "明德",
    };
    private static final String[] SECOND = {"里", "苑", "路", "园", "巷"};

    private int next;

    String next() {
        String name = FIRST[next % FIRST.length] + SECOND[next % SECOND.length] + "社区";
        next++;
        return name;
    }
}
