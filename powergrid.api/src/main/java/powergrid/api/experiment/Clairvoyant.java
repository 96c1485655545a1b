package powergrid.api.experiment;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.osgi.annotation.versioning.ProviderType;
import powergrid.api.environment.Split;
import powergrid.api.environment.StepView;
import powergrid.api.scenario.Scenario;

/**
 * What an episode would cost at the least, if everything that it brings was known beforehand: a
 * bound that no policy can beat, and a schedule that comes near it. An OSGi service; thread-safe.
 */
@ProviderType
public interface Clairvoyant {
  /** How an episode's cost is counted. */
  enum Counting {
    /** As the metric {@code cost} does: what is stored at the end is worth nothing. */
    PLAIN,
    /**
     * As the metric {@code cost-settled} does: what is stored more, or less, at the end than at the
     * start is worth the episode's mean price.
     */
    SETTLED
  }

  /**
   * Looks at an episode. That may take from a tenth of a second to hours, by the size of the
   * scenario.
   *
   * @param scenario whose protocols, policies and learners are of no account
   * @param seed of the run
   * @param episode of the seed, from 0
   * @param split which days episodes are drawn from
   * @param counting how its cost is counted
   * @param stop asked by the calling thread, many times a second while it waits; true to give up
   * @return its reference point; empty if it was stopped before that was known
   * @throws powergrid.api.scenario.ScenarioException if the scenario is wrong
   * @throws IllegalArgumentException if nothing can be proven about the scenario, saying why
   */
  Optional<Clairvoyance> episode(
      Scenario scenario,
      long seed,
      int episode,
      Split split,
      Counting counting,
      BooleanSupplier stop);

  /**
   * Whether what happened in a step is within what the bound is proven for: every load and device
   * has supply, and no voltage, neither to neutral nor between phases, is outside {@link
   * #leastVoltagePu} to {@link #greatestVoltagePu}. An episode is covered if it runs to its horizon
   * and all of its steps are covered.
   *
   * @param step of any policy
   * @return false if the bound says nothing about the step's episode
   */
  boolean covers(StepView step);

  /**
   * The least voltage that the bound is proven for.
   *
   * @return pu
   */
  double leastVoltagePu();

  /**
   * The greatest voltage that the bound is proven for.
   *
   * @return pu
   */
  double greatestVoltagePu();
}
