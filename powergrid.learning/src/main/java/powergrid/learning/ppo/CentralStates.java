package powergrid.learning.ppo;

import java.util.Arrays;
import powergrid.api.learning.Tensors;
import powergrid.learning.nn.Moments;

/** The central states of an iteration, normalised, for critics that look at them. */
final class CentralStates {
  private final int copies;
  private final int size;
  private final Moments moments;
  private final boolean normalised;

  /** By step, one more than there are. */
  private final float[][][] rows;

  CentralStates(int horizon, int copies, int size, boolean normalised) {
    this.copies = copies;
    this.size = size;
    this.normalised = normalised;
    moments = new Moments(size);
    rows = new float[horizon + 1][copies][size];
  }

  /** Takes the states that go with a step's observations. */
  void take(int step, float[] states) {
    for (int c = 0; c < copies; c++) {
      System.arraycopy(states, c * size, rows[step][c], 0, size);
    }
    if (normalised) {
      if (step < rows.length - 1) { // those after the last are the next iteration's first
        moments.add(rows[step], copies);
      }
      for (float[] row : rows[step]) {
        moments.normalise(row);
      }
    }
  }

  /** The state of a step and copy, not to be written. */
  float[] row(int step, int copy) {
    return rows[step][copy];
  }

  /** A final state, as a new row. */
  float[] ended(float[] states, int copy) {
    float[] row = Arrays.copyOfRange(states, copy * size, (copy + 1) * size);
    if (normalised) {
      moments.normalise(row);
    }
    return row;
  }

  void save(Tensors into) {
    moments.save(into, "critic.states");
  }

  void restore(Tensors from) {
    moments.restore(from, "critic.states");
  }
}
