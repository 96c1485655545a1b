package powergrid.testkit;

import java.util.Arrays;
import powergrid.api.agent.Model;

/** A model of a few numbers, the last of which is its head; learns what a test says it does. */
public final class FakeModel implements Model {
  private final float[] parameters;
  private int layout = 1;
  private long allIterations;
  private int iterations;
  private long samples;
  private double pull;
  private double[] moments = new double[0];
  private double[] others = new double[0];

  /**
   * A model that has learnt nothing yet.
   *
   * @param parameters at first
   */
  public FakeModel(float... parameters) {
    this.parameters = parameters.clone();
  }

  /**
   * Learns for an iteration.
   *
   * @param from samples
   * @param to new parameters
   * @return this
   */
  public FakeModel learn(int from, float... to) {
    System.arraycopy(to, 0, parameters, 0, parameters.length);
    allIterations++;
    iterations++;
    samples += from;
    return this;
  }

  /**
   * Observes one quantity.
   *
   * @param values of it, all there were
   * @return this
   */
  public FakeModel observe(double... values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    moments = new double[] {values.length, mean, squares};
    others = new double[3];
    return this;
  }

  /**
   * Has another layout than others.
   *
   * @param digest of it
   * @return this
   */
  public FakeModel layout(int digest) {
    layout = digest;
    return this;
  }

  /**
   * How strongly it is pulled to what it took over last.
   *
   * @return 0 for not at all
   */
  public double pull() {
    return pull;
  }

  private int size(Part part) {
    return part == Part.ALL ? parameters.length : parameters.length - 1;
  }

  @Override
  public int layout(Part part) {
    return layout;
  }

  @Override
  public float[] parameters(Part part) {
    return Arrays.copyOf(parameters, size(part));
  }

  @Override
  public void parameters(Part part, float[] values, double by) {
    if (values.length != size(part)) {
      throw new IllegalArgumentException(
          values.length + " numbers where " + size(part) + " belong");
    }
    System.arraycopy(values, 0, parameters, 0, values.length);
    iterations = 0;
    samples = 0;
    pull = by;
  }

  @Override
  public long allIterations() {
    return allIterations;
  }

  @Override
  public int iterations() {
    return iterations;
  }

  @Override
  public long samples() {
    return samples;
  }

  @Override
  public double[] moments() {
    return moments.clone();
  }

  @Override
  public double[] othersMoments() {
    return others.clone();
  }

  @Override
  public void othersMoments(double[] seen) {
    others = seen.clone();
  }
}
