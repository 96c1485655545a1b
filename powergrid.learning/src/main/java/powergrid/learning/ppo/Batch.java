package powergrid.learning.ppo;

import java.util.ArrayList;
import java.util.List;

/**
 * An iteration's experience of a role. A sample's number is {@code (step × copies + copy) × players
 * + player}.
 */
final class Batch {
  final int horizon;

  /** Samples a step: copies × players. */
  final int width;

  /** What networks saw, by step. */
  final float[][][] inputs;

  /** The same by sample. */
  final float[][] samples;

  /** What critics saw by sample, and after the last step. */
  final float[][] criticInputs;

  final float[][] raw;
  final byte[][] masks;
  final double[] logProbabilities;
  final float[] rewards;
  final boolean[] ended;
  final float[] values;
  final float[] nextValues;
  final float[] advantages;
  final float[] returns;

  /** Samples whose episode was cut off, and what critics saw at its end. */
  final List<Integer> cut = new ArrayList<>();

  final List<float[]> cutInputs = new ArrayList<>();

  Batch(int horizon, int width, int inputs, int axes, int maskSize) {
    int n = horizon * width;
    this.horizon = horizon;
    this.width = width;
    this.inputs = new float[horizon][width][inputs];
    samples = new float[n][];
    for (int i = 0; i < n; i++) {
      samples[i] = this.inputs[i / width][i % width];
    }
    criticInputs = new float[n + width][];
    raw = new float[n][axes];
    masks = new byte[n][maskSize];
    logProbabilities = new double[n];
    rewards = new float[n];
    ended = new boolean[n];
    values = new float[n + width];
    nextValues = new float[n];
    advantages = new float[n];
    returns = new float[n];
  }

  int size() {
    return samples.length;
  }

  void clear() {
    cut.clear();
    cutInputs.clear();
  }

  /**
   * Estimates advantages and returns from values.
   *
   * @param cutValues of the ends of episodes that were cut off
   */
  void estimate(float[] cutValues, double gamma, double lambda) {
    for (int i = 0; i < size(); i++) {
      nextValues[i] = ended[i] ? 0 : values[i + width];
    }
    for (int k = 0; k < cut.size(); k++) {
      nextValues[cut.get(k)] = cutValues[k];
    }
    float[] r = new float[horizon];
    float[] v = new float[horizon];
    float[] next = new float[horizon];
    boolean[] end = new boolean[horizon];
    float[] a = new float[horizon];
    for (int w = 0; w < width; w++) {
      for (int t = 0; t < horizon; t++) {
        int i = t * width + w;
        r[t] = rewards[i];
        v[t] = values[i];
        next[t] = nextValues[i];
        end[t] = ended[i];
      }
      Gae.advantages(r, v, next, end, gamma, lambda, a);
      for (int t = 0; t < horizon; t++) {
        int i = t * width + w;
        advantages[i] = a[t];
        returns[i] = a[t] + values[i];
      }
    }
  }
}
