package powergrid.api.random;

import java.util.random.RandomGenerator;

/**
 * A stream of random numbers whose whole state is one long, and which splits by name.
 *
 * <p>A run has one seed; every agent, device, dataset and environment copy draws from a stream
 * split off by its name, so that what one of them draws never moves what another one gets. Numbers
 * are SplitMix64's (Steele, Lea and Flood, OOPSLA 2014, doi:10.1145/2660193.2660195). The same
 * state gives the same bits on every platform: normal variates use {@link StrictMath}.
 *
 * <p>Not thread-safe: a stream belongs to one environment, and an environment to one thread.
 */
public final class RandomStream implements RandomGenerator {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  /**
   * A stream that starts at a seed.
   *
   * @param seed any number; equal seeds give equal streams
   */
  public RandomStream(long seed) {
    state = seed;
  }

  /**
   * A stream of its own for a name. Depends on the present state and the name, and moves neither.
   *
   * @param name what the stream is for, unique among its siblings
   * @return a new stream
   */
  public RandomStream split(String name) {
    return new RandomStream(derive(name));
  }

  /**
   * The state that {@link #split} would give a stream of this name, to reseed an existing one in
   * place and so allocate nothing.
   *
   * @param name what the stream is for
   * @return a state for {@link #state(long)}
   */
  public long derive(String name) {
    long hash = mix(state + GOLDEN_GAMMA);
    for (int i = 0; i < name.length(); i++) {
      hash = mix((hash ^ name.charAt(i)) + GOLDEN_GAMMA);
    }
    return hash;
  }

  /**
   * The whole state, to be saved.
   *
   * @return a number that {@link #state(long)} takes back
   */
  public long state() {
    return state;
  }

  /**
   * Restores a saved state.
   *
   * @param saved what {@link #state()} gave
   */
  public void state(long saved) {
    state = saved;
  }

  @Override
  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** A standard normal variate by Marsaglia's polar method; the second of the pair is dropped. */
  @Override
  public double nextGaussian() {
    while (true) {
      double u = 2 * nextDouble() - 1;
      double v = 2 * nextDouble() - 1;
      double s = u * u + v * v;
      if (s > 0 && s < 1) {
        return u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }
}
