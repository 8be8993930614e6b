package io.gridwhistle.city;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gridwhistle.events.Severity;
import io.gridwhistle.events.id.ChannelCode;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.DistrictCode;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A city's own words: its districts, its channels, its case classes.
 *
 * @param code stands for the city where a district's code would stand
 * @param synthetic whether the data is made up
 * @param source where the data comes from, in one sentence
 * @param levels of the ladder it has, from the city down
 * @param returnReasons for which a unit may return an order; by default {@link ReturnReason#USUAL}
 */
public record City(
        DistrictCode code,
        String name,
        ZoneId timeZone,
        boolean synthetic,
        @Nullable String source,
        List<String> levels,
        List<District> districts,
        List<Channel> channels,
        List<CaseClass> classes,
        @Nullable List<ReturnReason> returnReasons) {

    /** Errors: {@link IllegalArgumentException} where there is no reason to return an order, or one stands twice. */
    public City {
        returnReasons = returnReasons == null ? ReturnReason.USUAL : List.copyOf(returnReasons);
        if (returnReasons.isEmpty()) {
            throw new IllegalArgumentException("returnReasons: names none; leave it out to have the usual ones");
        }
        Set<String> codes = new HashSet<>();
        for (ReturnReason reason : returnReasons) {
            if (!codes.add(reason.code())) {
                throw new IllegalArgumentException("returnReasons: '%s' stands twice".formatted(reason.code()));
            }
        }
    }

    public record District(DistrictCode code, String name) {}

    public record Channel(ChannelCode code, String name) {}

    public Optional<CaseClass> findClass(ClassCode code) {
        return classes.stream().filter(it -> it.code().equals(code)).findFirst();
    }

    public List<ReturnReason> listReturnReasons() {
        return returnReasons == null ? ReturnReason.USUAL : returnReasons;
    }

    /** How urgent a case of this class is where its report does not say. */
    public Severity severityOf(ClassCode code) {
        return findClass(code).flatMap(it -> Optional.ofNullable(it.severity())).orElse(Severity.ORDINARY);
    }

    @JsonIgnore
    public boolean hasChannel(ChannelCode code) {
        return channels.stream().anyMatch(it -> it.code().equals(code));
    }
}
