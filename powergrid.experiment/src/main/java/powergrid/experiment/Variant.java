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
 */
record Variant(String name, Map<String, Setting> values, Scenario scenario) {
  Variant {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
