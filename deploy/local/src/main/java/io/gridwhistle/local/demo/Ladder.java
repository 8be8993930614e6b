package io.gridwhistle.local.demo;

import io.gridwhistle.local.demo.District.Street;
import io.gridwhistle.local.folder.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Cuts a district into its grids, level by level. */
final class Ladder {

    private final District district;
    private final Surveyor surveyor;
    private final Posts posts;
    private final CommunityNames communities;
    private final Iterator<Integer> l2;
    private final Iterator<Integer> l3;
    private final Iterator<Integer> micro;
    private final List<Grid> grids = new ArrayList<>();

    Ladder(District district, Random random) {
        this.district = district;
        surveyor = new Surveyor(random);
        posts = new Posts(random);
        communities = new CommunityNames();
        District.Counts counts = district.counts();
        l2 = Shares.of(counts.l2(), district.streets().size(), random);
        l3 = Shares.of(counts.l3(), counts.l2(), random);
        micro = Shares.of(counts.micro(), counts.l3(), random);
    }

    List<Grid> cut(Face face) {
        add(Grid.district(district, face));
        List<Face> faces = surveyor.cut(face, district.streets().size());
        faces.sort(Comparator.comparingDouble(each -> each.centre().distanceTo(Point.ORIGIN)));
        for (int i = 0; i < faces.size(); i++) {
            Street street = district.streets().get(i);
            String code = numbered(district.code(), "%02d", i);
            cutStreet(add(
                    new Grid(Level.L1, code, street.label(), district.code(), district, street.unit(), faces.get(i))));
        }
        return grids;
    }

    private void cutStreet(Grid street) {
        List<Face> faces = surveyor.cut(street.face(), l2.next());
        for (int i = 0; i < faces.size(); i++) {
            String code = numbered(street.code(), "%02d", i);
            cutCommunity(add(below(street, Level.L2, code, communities.next(), faces.get(i))));
        }
    }

    private void cutCommunity(Grid community) {
        List<Face> faces = surveyor.cut(community.face(), l3.next());
        for (int i = 0; i < faces.size(); i++) {
            String code = numbered(community.code(), "%03d", i);
            String name = community.name() + "第" + (i + 1) + "网格";
            cutBlock(add(below(community, Level.L3, code, name, faces.get(i))));
        }
    }

    private void cutBlock(Grid block) {
        List<Face> faces = surveyor.cut(block.face(), micro.next());
        for (int i = 0; i < faces.size(); i++) {
            String code = numbered(block.code(), "%02d", i);
            String name = block.name() + (i + 1) + "号楼";
            add(below(block, Level.MICRO, code, name, faces.get(i)));
        }
    }

    private Grid below(Grid parent, Level level, String code, String name, Face face) {
        return new Grid(level, code, name, parent.code(), district, posts.chiefOf(code, level), face);
    }

    /** In the digits of no locale, for codes are the same everywhere. */
    private static String numbered(String parent, String digits, int index) {
        return parent + "-" + String.format(Locale.ROOT, digits, index + 1);
    }

    private Grid add(Grid grid) {
        grids.add(grid);
        return grid;
    }
}
