package powergrid.learning.experience;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import powergrid.api.agent.Agent;
import powergrid.api.environment.StepView;
import powergrid.api.environment.VectorEnvironment;

/**
 * What is noted of an iteration's steps: how far what was done is from what agents decided, a mean
 * over agents and steps, and what was said in the first copy, which models travel in.
 */
public final class StepTally {
  private final List<? extends Agent> agents;

  /** By copy: several threads add at once, and the order of a sum must not depend on them. */
  private final double[] sums;

  private final long[] counts;
  private long steps;
  private long messages;
  private long bytes;

  /**
   * Of an environment's agents, whose steps it watches from now on.
   *
   * @param environment that they act in
   */
  public StepTally(VectorEnvironment environment) {
    agents = environment.possibleAgents();
    sums = new double[environment.copies()];
    counts = new long[environment.copies()];
    environment.watch(this::add);
  }

  /** Starts an iteration. */
  public void begin() {
    Arrays.fill(sums, 0);
    Arrays.fill(counts, 0);
    steps = 0;
    messages = 0;
    bytes = 0;
  }

  private void add(int copy, StepView step) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < agents.size(); i++) {
      double override = step.overrideMw(agents.get(i).index());
      if (!Double.isNaN(override)) {
        sum += override;
        count++;
      }
    }
    sums[copy] += sum;
    counts[copy] += count;
    if (copy == 0) {
      steps++;
      messages += step.messages();
      bytes += step.bytes();
    }
  }

  /**
   * Mean of |executed − proposed|.
   *
   * @return MW; 0 where there were none
   */
  public double overrideMw() {
    long count = LongStream.of(counts).sum();
    return count == 0 ? 0 : DoubleStream.of(sums).sum() / count;
  }

  /**
   * Messages that were sent, a step of the first copy.
   *
   * @return a mean
   */
  public double messages() {
    return steps == 0 ? 0 : (double) messages / steps;
  }

  /**
   * Bytes that were sent, a step of the first copy.
   *
   * @return a mean
   */
  public double bytes() {
    return steps == 0 ? 0 : (double) bytes / steps;
  }
}
