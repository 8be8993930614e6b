package io.gridwhistle.dispatch.decide;

import io.gridwhistle.city.grid.DrawnCity;
import io.gridwhistle.dispatch.TestCity;
import org.junit.jupiter.api.Test;

/** When people have to talk, who is told, and that it ends at the city's centre. */
class ConsultationTest {
    /**
     * Z and Y are a zone across two districts; its secretaries take turns, a day each. The east has no centre. C is what two
     * departments own. M is a market that a task force co-owns; it decides for nobody. R is a zone whose units take turns under its task force.
     */
    static final TestCity CITY = TestCity.of(DrawnCity.of("A Z Y D C M R", """
                    AZYDCMR city     city     chief=city-centre
                    AZCMR  west      district parent=city   chief=west-centre
                    YD     east      district parent=city
                    AZCMR  street    l1       parent=west   chief=street-office
                    A      a         micro    parent=street chief=a-chief
                    C      c         micro    parent=street chief=c-chief
                    M      m         micro    parent=street chief=m-chief
                    Z      z         micro    parent=street chief=z-chief
                    YD     d         micro    parent=east   chief=sweepers
                    ZY     zone      l1       parent=city   mode=override priority=1 chief=task-force lead=first/second/P1D/2025-11-20
                    R      r         micro    parent=street chief=r-chief
                    R      ring      l1       parent=city   mode=override priority=1 chief=task-force lead=street-office/sweepers/P1D/2025-11-20
                    M      market    l3       parent=street mode=co-own priority=1 lead=traders
                    """), """
            city-centre   city city-centre
            west-centre   west district-centre
            task-force    city task-force
            street-office west street
            cleaning      west department
            fire          west department
            sweepers      east department
            traders       city task-force
            """, """
            litter west owner cleaning
            litter c    owner cleaning
            litter c    owner fire
            """);

    @Test
    void atTheSecondReturnTheDistrictsCentreIsToldAndDecides() {
        play('A', DISPUTED + """
                08:30 | acknowledged #4 | west.street-office: #3 withdrawn, another unit has acknowledged the case and answers for it
                08:40 | redispatched cleaning fire | west.west-centre: #4 withdrawn, the centre decided otherwise
                      |                 | west.street-office: #5 withdrawn, the centre decided otherwise
                      |                 | west.cleaning: #6 withdrawn, the centre decided otherwise
                      |                 | west.cleaning: cleaning asked as lead #7 (decided) acknowledge 09:00 handle 10:40 overall 18:00
                      |                 | west.fire: fire asked as co-handler #8 (decided) overall 18:00
                      |                 | west.west-centre: west-centre asked as first-receiver #9 (decided) overall 18:00
                08:50 | acknowledged #7 | west.west-centre: #9 withdrawn, another unit has acknowledged the case and answers for it
                """);
    }

    @Test
    void whatADeskHasPeopleTalkAboutNoRuleTakesAway() {
        play('A', """
                08:00 | reported           |
                08:00 | accepted           | west.street-office: a-chief asked as lead #1 (accepted) acknowledge 08:20 handle 10:00 overall 18:00
                08:10 | consulted cleaning | west.street-office: #1 escalated to west-centre
                      |                    | west.west-centre: west-centre asked as lead #2 (consultation) acknowledge 08:30 handle 10:10 overall 18:00
                      |                    | west.cleaning: cleaning asked as co-handler #3 (consultation) overall 18:00
                08:20 | returned #1        | west.street-office: a-chief asked as first-receiver #4 (answerable) overall 18:00
                08:40 | escalated city-centre #2 | west.west-centre: #2 escalated to city-centre
                      |                    | city.city-centre: city-centre asked as lead #5 (escalated, to keep) acknowledge 09:00 handle 10:40 overall 18:00
                """);
        // Whoever it went up to returns it: the city's centre is asked, and no candidate.
        play('Z', """
                08:00 | reported           |
                08:00 | accepted           | city.task-force: first asked as lead #1 (accepted) acknowledge 08:20 handle 10:00 overall 18:00
                08:10 | consulted cleaning | city.task-force: #1 escalated to task-force
                      |                    | city.task-force: task-force asked as lead #2 (consultation) acknowledge 08:30 handle 10:10 overall 18:00
                      |                    | west.cleaning: cleaning asked as co-handler #3 (consultation) overall 18:00
                08:20 | escalated west-centre #2 | city.task-force: #1 escalated to west-centre
                      |                    | city.task-force: #2 escalated to west-centre
                      |                    | west.west-centre: west-centre asked as lead #4 (escalated) acknowledge 08:40 handle 10:20 overall 18:00
                08:30 | returned #4        | case-log: consultation at city-centre with [west-centre]: the centre that was asked has returned it
                      |                    | city.task-force: #1 escalated to city-centre
                      |                    | city.task-force: #2 escalated to city-centre
                      |                    | city.city-centre: city-centre asked as lead #5 (consultation, to keep) acknowledge 08:50 handle 10:30 overall 18:00
                      |                    | west.west-centre: west-centre asked as co-handler #6 (consultation) overall 18:00
                """);
    }

    @Test
    void whoeverAnswersForItAndHasHelpedHoldsAnOrderThatSaysSo() {
        play('D', """
                08:00 | reported                       |
                08:00 | accepted                       | east.sweepers: sweepers asked as lead #1 (accepted) acknowledge 08:20 handle 10:00 overall 18:00
                08:10 | redispatched cleaning sweepers | east.sweepers: #1 withdrawn, the centre decided otherwise
                      |                                | west.cleaning: cleaning asked as lead #2 (decided) acknowledge 08:30 handle 10:10 overall 18:00
                      |                                | east.sweepers: sweepers asked as co-handler #3 (decided) overall 18:00
                08:20 | fed-back #3                    | east.sweepers: sweepers asked as first-receiver #4 (answerable) overall 18:00
                08:30 | acknowledged #2                | east.sweepers: #4 withdrawn, another unit has acknowledged the case and answers for it
                """);
        play('D', """
                08:00 | reported                       |
                08:00 | accepted                       | east.sweepers: sweepers asked as lead #1 (accepted) acknowledge 08:20 handle 10:00 overall 18:00
                08:10 | redispatched cleaning sweepers | east.sweepers: #1 withdrawn, the centre decided otherwise
                      |                                | west.cleaning: cleaning asked as lead #2 (decided) acknowledge 08:30 handle 10:10 overall 18:00
                      |                                | east.sweepers: sweepers asked as co-handler #3 (decided) overall 18:00
                08:20 | returned #3                    | east.sweepers: sweepers asked as first-receiver #4 (answerable) overall 18:00
                """);
    }

    @Test
    void theCentreMayHandleItItself() {
        play('A', DISPUTED + """
                08:40 | fed-back #4     | west.street-office: #3 withdrawn, another unit has solved the case
                """);
        play('A', DISPUTED + """
                08:40 | redispatched west-centre | west.street-office: #3 withdrawn, the centre decided otherwise
                      |                 | west.west-centre: #4 withdrawn, the centre decided otherwise
                      |                 | west.street-office: #5 withdrawn, the centre decided otherwise
                      |                 | west.cleaning: #6 withdrawn, the centre decided otherwise
                      |                 | west.west-centre: west-centre asked as lead #7 (decided) acknowledge 09:00 handle 10:40 overall 18:00
                      |                 | west.street-office: a-chief asked as first-receiver #8 (decided) overall 18:00
                """);
    }

    @Test
    void whatTheDistrictsCentreReturnsTheCitysCentreKeeps() {
        play('A', DISPUTED + """
                08:30 | returned #4     | case-log: consultation at city-centre with [a-chief, cleaning, west-centre]: the centre that was asked has returned it
                      |                 | city.city-centre: city-centre asked as lead #7 (consultation, to keep) acknowledge 08:50 handle 10:30 overall 18:00
                      |                 | west.street-office: #5 supplemented
                      |                 | west.cleaning: #6 supplemented
                      |                 | west.west-centre: west-centre asked as co-handler #8 (consultation) overall 18:00
                08:40 | returned #7     |
                09:00 | fed-back #7     | west.street-office: #3 withdrawn, another unit has solved the case
                """);
    }

    @Test
    void whoWasNamedByTheCentreAndReturnsItIsNotFollowedByTheNextOnTheList() {
        play('A', DISPUTED + """
                08:40 | redispatched fire | west.street-office: #3 withdrawn, the centre decided otherwise
                      |                 | west.west-centre: #4 withdrawn, the centre decided otherwise
                      |                 | west.street-office: #5 withdrawn, the centre decided otherwise
                      |                 | west.cleaning: #6 withdrawn, the centre decided otherwise
                      |                 | west.fire: fire asked as lead #7 (decided) acknowledge 09:00 handle 10:40 overall 18:00
                      |                 | west.street-office: a-chief asked as first-receiver #8 (decided) overall 18:00
                08:50 | returned #7     | case-log: consultation at west-centre with [fire]: the unit that a desk had named has returned it
                      |                 | west.west-centre: west-centre asked as lead #9 (consultation) acknowledge 09:10 handle 10:50 overall 18:00
                      |                 | west.fire: fire asked as co-handler #10 (consultation) overall 18:00
                """);
    }

    @Test
    void theReworkThatItsHandlerReturnsGoesToTheCentre() {
        play('A', ACCEPTED + """
                08:10 | fed-back #1     |
                08:10 | to-verify #1 1  | west.street-office: street-office asked as verifier #2 (verification) verify 09:10 overall 18:00
                08:30 | failed 1 street-office | west.street-office: a-chief asked as lead #3 (rework) acknowledge 08:50 handle 09:30 overall 18:00
                08:40 | returned #3     | case-log: consultation at west-centre with [a-chief]: the unit that had handled it has returned the rework
                      |                 | west.west-centre: west-centre asked as lead #4 (consultation) acknowledge 09:00 handle 10:40 overall 18:00
                      |                 | west.street-office: a-chief asked as co-handler #5 (consultation) overall 18:00
                """);
    }

    @Test
    void whatCrossesDepartmentsIsTalkedAboutAtTheFirstReturn() {
        play('C', """
                08:00 | reported        |
                08:00 | accepted        | west.street-office: c-chief asked as lead #1 (accepted) acknowledge 08:20 handle 10:00 overall 18:00
                08:10 | returned #1     | case-log: consultation at west-centre with [c-chief]: the case crosses departments
                      |                 | west.west-centre: west-centre asked as lead #2 (consultation) acknowledge 08:30 handle 10:10 overall 18:00
                      |                 | west.street-office: c-chief asked as co-handler #3 (consultation) overall 18:00
                """);
    }

    @Test
    void whatCrossesLevelsIsTalkedAboutAtTheDistrictsCentre() {
        play('M', """
                08:00 | reported        |
                08:00 | accepted        | west.street-office: m-chief asked as lead #1 (accepted) acknowledge 08:20 handle 10:00 overall 18:00
                      |                 | city.traders: traders asked as co-handler #2 (accepted) overall 18:00
                08:10 | returned #1     | case-log: consultation at west-centre with [m-chief]: the case crosses levels
                      |                 | west.west-centre: west-centre asked as lead #3 (consultation) acknowledge 08:30 handle 10:10 overall 18:00
                      |                 | west.street-office: m-chief asked as co-handler #4 (consultation) overall 18:00
                """);
    }

    @Test
    void inAZoneAcrossDistrictsItsTaskForceIsTheCentreAndTheCitysAfterIt() {
        play('Z', """
                08:00 | reported        |
                08:00 | accepted        | city.task-force: first asked as lead #1 (accepted) acknowledge 08:20 handle 10:00 overall 18:00
                08:10 | returned #1     | case-log: consultation at task-force with [first]: the case crosses areas and levels
                      |                 | city.task-force: task-force asked as lead #2 (consultation) acknowledge 08:30 handle 10:10 overall 18:00
                      |                 | city.task-force: first asked as co-handler #3 (consultation) overall 18:00
                08:20 | returned #2     | case-log: consultation at city-centre with [first, task-force]: the centre that was asked has returned it
                      |                 | city.city-centre: city-centre asked as lead #4 (consultation, to keep) acknowledge 08:40 handle 10:20 overall 18:00
                      |                 | city.task-force: #3 supplemented
                      |                 | city.task-force: task-force asked as co-handler #5 (consultation) overall 18:00
                """);
    }

    @Test
    void whereUnitsTakeTurnsTheZonesTaskForceStaysAboveThem() {
        play('R', """
                08:00 | reported        |
                08:00 | accepted        | west.street-office: street-office asked as lead #1 (accepted) acknowledge 08:20 handle 10:00 overall 18:00
                08:10 | returned #1     | case-log: consultation at task-force with [street-office]: the case crosses levels
                      |                 | city.task-force: task-force asked as lead #2 (consultation) acknowledge 08:30 handle 10:10 overall 18:00
                      |                 | west.street-office: street-office asked as co-handler #3 (consultation) overall 18:00
                """);
        play('R', """
                08:00 | reported        |
                08:00 | accepted        | west.street-office: street-office asked as lead #1 (accepted) acknowledge 08:20 handle 10:00 overall 18:00
                08:20 | escalated task-force | west.street-office: #1 escalated to task-force
                      |                 | city.task-force: task-force asked as lead #2 (escalated) acknowledge 08:40 handle 10:20 overall 18:00
                """);
    }

    /** 2025-11-20 in the city ends at 16:00 UTC. */
    @Test
    void theSecretaryWhoseTurnItIsLeadsInTheZone() {
        play('Y', """
                15:59 | reported        |
                15:59 | accepted        | city.task-force: first asked as lead #1 (accepted) acknowledge 16:19 handle 17:59 overall 01:59
                """);
        play('Y', """
                15:59 | reported        |
                16:00 | accepted        | city.task-force: second asked as lead #1 (accepted) acknowledge 16:20 handle 18:00 overall 01:59
                """);
    }

    @Test
    void whereTheDistrictHasNoCentreTheCitysIsAsked() {
        play('D', """
                08:00 | reported        |
                08:00 | accepted        | east.sweepers: sweepers asked as lead #1 (accepted) acknowledge 08:20 handle 10:00 overall 18:00
                08:10 | returned #1     | city.city-centre: city-centre asked as lead #2 (returned, to keep) acknowledge 08:30 handle 10:10 overall 18:00
                      |                 | east.sweepers: sweepers asked as first-receiver #3 (returned) overall 18:00
                08:20 | returned #2     |
                08:30 | acknowledged #2 | east.sweepers: #3 withdrawn, another unit has acknowledged the case and answers for it
                """);
    }

    @Test
    void aDeskCallsWhomItWantsAndWhoLeadsIsTold() {
        play('A', ACCEPTED + """
                08:05 | acknowledged #1 |
                08:10 | consulted fire  | west.street-office: #1 escalated to west-centre
                      |                 | west.west-centre: west-centre asked as lead #2 (consultation) acknowledge 08:30 handle 10:10 overall 18:00
                      |                 | west.fire: fire asked as co-handler #3 (consultation) overall 18:00
                08:11 | consulted fire  | west.fire: #3 supplemented
                08:20 | fed-back #1     | west.west-centre: #2 withdrawn, another unit has solved the case
                """);
    }

    @Test
    void aConsultationThatCrossesTheDesksWordAsksNobody() {
        play('C', """
                08:00 | reported        |
                08:00 | accepted        | west.street-office: c-chief asked as lead #1 (accepted) acknowledge 08:20 handle 10:00 overall 18:00
                08:10 | returned #1     | case-log: consultation at west-centre with [c-chief]: the case crosses departments
                08:10 | meanwhile redispatched fire | west.fire: fire asked as lead #2 (decided) acknowledge 08:30 handle 10:10 overall 18:00
                      |                 | west.street-office: c-chief asked as first-receiver #3 (decided) overall 18:00
                08:20 | acknowledged #2 | west.street-office: #3 withdrawn, another unit has acknowledged the case and answers for it
                """);
    }

    @Test
    void whoHelpsAndIsAskedToLeadHoldsOneOrder() {
        play('A', ACCEPTED + """
                08:10 | consulted street-office | west.street-office: #1 escalated to west-centre
                      |                 | west.west-centre: west-centre asked as lead #2 (consultation) acknowledge 08:30 handle 10:10 overall 18:00
                      |                 | west.street-office: street-office asked as co-handler #3 (consultation) overall 18:00
                08:30 | escalated street-office | west.street-office: #1 escalated to street-office
                      |                 | west.west-centre: #2 escalated to street-office
                      |                 | west.street-office: street-office asked as lead #4 (escalated) acknowledge 08:50 handle 10:30 overall 18:00
                      |                 | west.street-office: #3 withdrawn, its unit leads the case now
                """);
    }

    @Test
    void anEscalationGoesPastWhoeverHasReturnedIt() {
        play('A', DISPUTED + """
                08:30 | escalated west-centre | west.west-centre: #4 escalated to city-centre
                      |                 | city.city-centre: city-centre asked as lead #7 (escalated, to keep) acknowledge 08:50 handle 10:30 overall 18:00
                08:40 | escalated west-centre |
                """);
    }

    private static final String ACCEPTED = """
            08:00 | reported        |
            08:00 | accepted        | west.street-office: a-chief asked as lead #1 (accepted) acknowledge 08:20 handle 10:00 overall 18:00
            """;

    private static final String DISPUTED = ACCEPTED + """
            08:10 | returned #1     | west.cleaning: cleaning asked as lead #2 (returned) acknowledge 08:30 handle 10:10 overall 18:00
                  |                 | west.street-office: a-chief asked as first-receiver #3 (returned) overall 18:00
            08:20 | returned #2     | case-log: consultation at west-centre with [a-chief, cleaning]: it was returned 2 times
                  |                 | west.west-centre: west-centre asked as lead #4 (consultation) acknowledge 08:40 handle 10:20 overall 18:00
                  |                 | west.street-office: a-chief asked as co-handler #5 (consultation) overall 18:00
                  |                 | west.cleaning: cleaning asked as co-handler #6 (consultation) overall 18:00
            """;

    private static void play(char letter, String story) {
        DispatchStory.play(CITY, letter, story);
    }
}
