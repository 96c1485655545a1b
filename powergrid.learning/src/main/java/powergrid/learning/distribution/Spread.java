package powergrid.learning.distribution;

import powergrid.api.learning.Tensors;
import powergrid.api.random.RandomStream;
import powergrid.learning.nn.Parameters;

/** The standard deviations of continuous axes, and what is learnt of them. */
public interface Spread {
  /**
   * What is learnt.
   *
   * @return logarithms of deviations
   */
  Parameters parameters();

  /** Takes note of new parameters. */
  void refresh();

  /**
   * Writes the deviations in a state.
   *
   * @param features of the state: what the last hidden layer gives
   * @param sigma written, one an axis
   */
  void deviations(float[] features, double[] sigma);

  /**
   * Adds the gradient of a loss.
   *
   * @param features as in {@link #deviations}
   * @param sigma as then written
   * @param dSigma derivatives with respect to them
   * @param gradient of the parameters' shape, added to
   */
  void chain(float[] features, double[] sigma, double[] dSigma, Parameters gradient);

  /**
   * How many numbers noise has that is drawn once for several steps.
   *
   * @return 0 where noise is drawn anew in every step
   */
  int noiseSize();

  /**
   * Draws noise for some steps to come.
   *
   * @param random is drawn from
   * @param noise written
   */
  void draw(RandomStream random, float[] noise);

  /**
   * What a sample is off the mean.
   *
   * @param axis which
   * @param features of the state
   * @param sigma of the axis
   * @param noise as drawn
   * @param random is drawn from where noise is drawn anew
   * @return the difference
   */
  double deviation(int axis, float[] features, double sigma, float[] noise, RandomStream random);

  /**
   * Saves what is learnt.
   *
   * @param into gets it
   * @param name of it
   */
  void save(Tensors into, String name);

  /**
   * Restores it.
   *
   * @param from as saved
   * @param name of it
   */
  default void restore(Tensors from, String name) {
    parameters().flat(from.floats(name));
    refresh();
  }
}
