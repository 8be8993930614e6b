package io.gridwhistle.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnReasonsTest {
    private static final String CITY = """
            {"code": "c", "name": "C", "timeZone": "Asia/Shanghai", "synthetic": true, "levels": [], "districts": [],
             "channels": [], "classes": []%s}
            """;

    @Test
    void aCityThatNamesNoneHasTheUsualOnes() {
        assertThat(city("").listReturnReasons())
                .extracting(ReturnReason::code)
                .containsExactly(
                        "not-our-duty", "not-our-area", "wrong-class", "wrong-place", "no-authority", "needs-others");
    }

    @Test
    void aCityThatNamesItsOwnHasNoOthers() {
        assertThat(city(", \"returnReasons\": [{\"code\": \"not-ours\", \"name\": \"非本单位\"}]")
                        .listReturnReasons())
                .containsExactly(new ReturnReason("not-ours", "非本单位"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            []                                                              | names none
            [{'code': 'a', 'name': 'x'}, {'code': 'a', 'name': 'y'}]        | 'a' stands twice
            [{'code': 'Not Ours', 'name': 'x'}]                             | 'Not Ours' does not match
            """)
    void whatCouldNotBeToldApartIsRefused(String reasons, String why) {
        assertThatThrownBy(() -> city(", \"returnReasons\": " + reasons.replace('\'', '"')))
                .hasStackTraceContaining(why);
    }

    private static City city(String more) {
        return CityReferences.city(CITY.formatted(more).getBytes(StandardCharsets.UTF_8));
    }
}
