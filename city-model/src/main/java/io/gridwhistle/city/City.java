package io.gridwhistle.city;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gridwhistle.events.id.ChannelCode;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.DistrictCode;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A city's own words: its districts, its channels, its case classes.
 *
 * @param code stands for the city where a district's code would stand
 * @param synthetic whether the data is made up
 * @param source where the data comes from, in one sentence
 * @param levels of the ladder it has, from the city down
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
        List<CaseClass> classes) {

    public record District(DistrictCode code, String name) {}

    public record Channel(ChannelCode code, String name) {}

    public Optional<CaseClass> findClass(ClassCode code) {
        return classes.stream().filter(it -> it.code().equals(code)).findFirst();
    }

    @JsonIgnore
    public boolean hasChannel(ChannelCode code) {
        return channels.stream().anyMatch(it -> it.code().equals(code));
    }
}
