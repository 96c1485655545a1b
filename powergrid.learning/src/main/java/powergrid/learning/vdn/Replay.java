package powergrid.learning.vdn;

import java.util.Arrays;
import powergrid.api.learning.Tensors;

/** The newest steps of all copies, oldest overwritten first. Observations are kept as they were. */
final class Replay {
  final float[][] seen;
  final float[][] next;
  final byte[][] nextMasks;

  /** Entries of axes, of all players, by role. */
  final float[][] choices;

  final float[] rewards;
  final boolean[] ended;

  private long added;

  Replay(int capacity, int observations, int masks, int axes) {
    seen = new float[capacity][observations];
    next = new float[capacity][observations];
    nextMasks = new byte[capacity][masks];
    choices = new float[capacity][axes];
    rewards = new float[capacity];
    ended = new boolean[capacity];
  }

  int size() {
    return (int) Math.min(added, rewards.length);
  }

  /** Makes room for a step; the caller fills it. */
  int add() {
    return (int) (added++ % rewards.length);
  }

  void save(Tensors into) {
    int n = size();
    into.put("replay.added", new long[] {added});
    into.put("replay.seen", flat(seen, n), n, seen[0].length);
    into.put("replay.next", flat(next, n), n, next[0].length);
    into.put("replay.choices", flat(choices, n), n, choices[0].length);
    into.put("replay.rewards", Arrays.copyOf(rewards, n));
    int width = nextMasks[0].length;
    byte[] masks = new byte[n * width];
    byte[] ends = new byte[n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(nextMasks[i], 0, masks, i * width, width);
      ends[i] = (byte) (ended[i] ? 1 : 0);
    }
    into.put("replay.masks", masks, n, width);
    into.put("replay.ended", ends);
  }

  private static float[] flat(float[][] rows, int n) {
    int width = rows[0].length;
    float[] flat = new float[n * width];
    for (int i = 0; i < n; i++) {
      System.arraycopy(rows[i], 0, flat, i * width, width);
    }
    return flat;
  }

  void restore(Tensors from) {
    added = from.longs("replay.added")[0];
    int n = size();
    fill(from.floats("replay.seen"), seen, n);
    fill(from.floats("replay.next"), next, n);
    fill(from.floats("replay.choices"), choices, n);
    System.arraycopy(from.floats("replay.rewards"), 0, rewards, 0, n);
    byte[] masks = from.bytes("replay.masks");
    byte[] ends = from.bytes("replay.ended");
    int width = nextMasks[0].length;
    for (int i = 0; i < n; i++) {
      System.arraycopy(masks, i * width, nextMasks[i], 0, width);
      ended[i] = ends[i] != 0;
    }
  }

  private static void fill(float[] flat, float[][] rows, int n) {
    int width = rows[0].length;
    if (flat.length != n * width) {
      throw new IllegalArgumentException(
          "a replay of " + flat.length + " numbers where " + n + " rows of " + width + " belong");
    }
    for (int i = 0; i < n; i++) {
      System.arraycopy(flat, i * width, rows[i], 0, width);
    }
  }
}
