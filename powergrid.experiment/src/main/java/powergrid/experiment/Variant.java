package powergrid.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.Setting;

/**
 * One combination of the values that an experiment varies.
 *
 * @param name unique among the variants
 * @param values by path; empty where nothing is varied
 * @param scenario with the values in place
 * @param kind what it is there for
 * @param baselines names of the policies that it is held against, if it learns
 * @param bound name of the variant that says what no run of it can cost less than
 */
record Variant(
    String name,
    Map<String, Setting> values,
    Scenario scenario,
    Kind kind,
    List<String> baselines,
    Optional<String> bound) {
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
    baselines = List.copyOf(baselines);
  }

  /** One that is not held against anything yet. */
  Variant(String name, Map<String, Setting> values, Scenario scenario, Kind kind) {
    this(name, values, scenario, kind, List.of(), Optional.empty());
  }

  /** The same, held against policies and a bound. */
  Variant heldAgainst(List<String> policies, Optional<String> least) {
    return new Variant(name, values, scenario, kind, policies, least);
  }

  /** Whether runs of it train first, where no policy is given. */
  boolean learns() {
    return kind == Kind.COMPARED && scenario.learn().isPresent();
  }
}
