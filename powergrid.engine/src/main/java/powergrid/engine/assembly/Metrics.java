package powergrid.engine.assembly;

import java.util.List;
import java.util.Set;
import powergrid.api.metric.Metric;
import powergrid.engine.catalog.Provider;

/**
 * A scenario's metrics.
 *
 * @param metrics in the scenario's order
 * @param used the plug-ins that made them
 */
public record Metrics(List<Metric> metrics, Set<Provider> used) {}
