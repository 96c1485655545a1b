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
 * @param kind what it is there for
 */
record Variant(String name, Map<String, Setting> values, Scenario scenario, Kind kind) {
  /** What a variant is there for. */
  enum Kind {
    /** To be compared. */
    COMPARED,
    /** For learners to be held against: a policy. */
    POLICY,
    /** For learners to be held against: the clairvoyant day's schedule, replayed. */
    CLAIRVOYANT,
    /** For learners to be held against: what no policy can cost less than. */
    BOUND
  }

  /** Whether it is there for others to be held against. */
  boolean baseline() {
    return kind != Kind.COMPARED;
  }

  Variant {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
