package powergrid.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.Setting;

/**
 * One combination of the values that an experiment varies.
 *
 * @param name unique among the variants
 * @param values by path; empty where nothing is varied
 * @param scenario with the values in place
 * @param baseline whether it is there for learners to be held against
 */
record Variant(String name, Map<String, Setting> values, Scenario scenario, boolean baseline) {
  Variant {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
