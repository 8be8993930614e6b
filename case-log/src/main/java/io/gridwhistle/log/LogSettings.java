package io.gridwhistle.log;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a service stands towards the log.
 *
 * @param service its name: consumer group, application id, {@code ce_source}
 * @param instance tells the instances of a service apart
 * @param partitions of the case log; fixed for the log's life
 * @param replicas of each partition
 * @param minInSync replicas that must have a record before it is acknowledged
 * @param retention of the case log; negative keeps it for ever
 * @param dispatchPartitions of each unit's topic
 * @param commitInterval of the deciders: how long their results may wait before others see them
 * @param stateFolder where deciders keep their state
 * @param readWait how long a reader may wait for a view to catch up
 */
@Validated
@ConfigurationProperties("gridwhistle.log")
public record LogSettings(
        @NotBlank String service,
        @DefaultValue("0") String instance,
        @DefaultValue("64") @Min(1) int partitions,
        @DefaultValue("3") @Min(1) short replicas,
        @DefaultValue("2") @Min(1) int minInSync,
        @DefaultValue("-1ms") Duration retention,
        @DefaultValue("1") @Min(1) int dispatchPartitions,
        @DefaultValue("50ms") Duration commitInterval,
        @NotBlank String stateFolder,
        @DefaultValue("10s") Duration readWait) {

    public String source() {
        return "/" + service;
    }
}
