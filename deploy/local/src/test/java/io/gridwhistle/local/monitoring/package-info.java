/** What stands in {@code deploy/prometheus} and {@code deploy/grafana}, held to a real Prometheus. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.local.monitoring;
