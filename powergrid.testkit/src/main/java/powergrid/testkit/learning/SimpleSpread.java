package powergrid.testkit.learning;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.random.RandomStream;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;
import powergrid.testkit.FakeAgent;

/**
 * Three agents that are to cover three landmarks and not to collide: simple_spread_v3 of PettingZoo
 * 1.24.3 with its defaults, discrete actions and a local ratio of 0.5, after R. Lowe et al.
 * (NeurIPS 2017, arXiv:1706.02275). 25 steps.
 */
public final class SimpleSpread implements Game {
  private static final int N = 3;
  private static final double DT = 0.1;
  private static final double DAMPING = 0.25;
  private static final double SENSITIVITY = 5;
  private static final double CONTACT_FORCE = 100;
  private static final double CONTACT_MARGIN = 1e-3;
  private static final double TOUCH = 0.3;
  private static final double LOCAL_RATIO = 0.5;
  private static final int MOST_STEPS = 25;
  private static final int OBSERVED = 18;

  private final List<FakeAgent> players = new ArrayList<>();
  private final double[][] position = new double[N][2];
  private final double[][] velocity = new double[N][2];
  private final double[][] landmark = new double[N][2];
  private final double[][] force = new double[N][2];
  private int steps;

  /** A game, not started yet. */
  public SimpleSpread() {
    List<Axis> axes = new ArrayList<>();
    for (int i = 0; i < OBSERVED; i++) {
      axes.add(free("o" + i));
    }
    FakeAgent first = FakeAgent.grid("agent0");
    for (int i = 0; i < N; i++) {
      FakeAgent player = i == 0 ? first : first.beside("agent" + i);
      players.add(
          player
              .actionSpace(Space.of(Axis.choice("move", 5)))
              .observationSpace(Space.of(axes))
              .deciding());
    }
  }

  private static Axis free(String name) {
    return Axis.real(name, "", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  @Override
  public List<FakeAgent> players() {
    return players;
  }

  /** All observations, as PettingZoo's {@code state()}. */
  @Override
  public Space stateSpace() {
    List<Axis> axes = new ArrayList<>();
    for (int i = 0; i < N * OBSERVED; i++) {
      axes.add(free("s" + i));
    }
    return Space.of(axes);
  }

  @Override
  public void state(float[] state) {
    observe(state);
  }

  @Override
  public void start(RandomStream random) {
    for (int i = 0; i < N; i++) {
      for (int k = 0; k < 2; k++) {
        position[i][k] = random.nextDouble() * 2 - 1;
        landmark[i][k] = random.nextDouble() * 2 - 1;
        velocity[i][k] = 0;
      }
    }
    steps = 0;
  }

  /** Velocity, position, landmarks and others from there; what others say is always nothing. */
  @Override
  public void observe(float[] o) {
    int at = 0;
    for (int i = 0; i < N; i++) {
      for (int k = 0; k < 2; k++) {
        o[at + k] = (float) velocity[i][k];
        o[at + 2 + k] = (float) position[i][k];
      }
      at += 4;
      for (double[] each : landmark) {
        at = difference(each, position[i], o, at);
      }
      for (int j = 0; j < N; j++) {
        if (j != i) {
          at = difference(position[j], position[i], o, at);
        }
      }
      for (int silent = 0; silent < 2 * (N - 1); silent++) {
        o[at++] = 0;
      }
    }
  }

  private static int difference(double[] to, double[] from, float[] o, int at) {
    o[at] = (float) (to[0] - from[0]);
    o[at + 1] = (float) (to[1] - from[1]);
    return at + 2;
  }

  @Override
  public Outcome step(float[] actions, float[] rewards) {
    for (int i = 0; i < N; i++) {
      int move = (int) actions[i];
      force[i][0] = move == 1 ? -SENSITIVITY : move == 2 ? SENSITIVITY : 0;
      force[i][1] = move == 3 ? -SENSITIVITY : move == 4 ? SENSITIVITY : 0;
    }
    for (int i = 0; i < N; i++) {
      for (int j = i + 1; j < N; j++) {
        push(i, j);
      }
    }
    for (int i = 0; i < N; i++) {
      for (int k = 0; k < 2; k++) {
        position[i][k] += velocity[i][k] * DT;
        velocity[i][k] = velocity[i][k] * (1 - DAMPING) + force[i][k] * DT;
      }
    }
    for (int i = 0; i < N; i++) {
      rewards[i] = (float) ((1 - LOCAL_RATIO) * common() - LOCAL_RATIO * collisions(i));
    }
    steps++;
    return steps == MOST_STEPS ? Outcome.CUT_OFF : Outcome.GOES_ON;
  }

  /** Two agents that touch push each other off. */
  private void push(int i, int j) {
    double distance = distance(position[i], position[j]);
    double x = -(distance - TOUCH) / CONTACT_MARGIN;
    double softplus = Math.max(0, x) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    double strength = CONTACT_FORCE * softplus * CONTACT_MARGIN / distance;
    for (int k = 0; k < 2; k++) {
      double f = strength * (position[i][k] - position[j][k]);
      force[i][k] += f;
      force[j][k] -= f;
    }
  }

  private double common() {
    double sum = 0;
    for (double[] each : landmark) {
      double least = Double.POSITIVE_INFINITY;
      for (double[] at : position) {
        least = Math.min(least, distance(at, each));
      }
      sum -= least;
    }
    return sum;
  }

  private int collisions(int i) {
    int count = 0;
    for (int j = 0; j < N; j++) {
      count += j != i && distance(position[i], position[j]) < TOUCH ? 1 : 0;
    }
    return count;
  }

  private static double distance(double[] a, double[] b) {
    double x = a[0] - b[0];
    double y = a[1] - b[1];
    return Math.sqrt(x * x + y * y);
  }

  @Override
  public double[] save() {
    double[] saved = new double[6 * N + 1];
    for (int i = 0; i < N; i++) {
      System.arraycopy(position[i], 0, saved, 6 * i, 2);
      System.arraycopy(velocity[i], 0, saved, 6 * i + 2, 2);
      System.arraycopy(landmark[i], 0, saved, 6 * i + 4, 2);
    }
    saved[6 * N] = steps;
    return saved;
  }

  @Override
  public void restore(double[] saved) {
    for (int i = 0; i < N; i++) {
      System.arraycopy(saved, 6 * i, position[i], 0, 2);
      System.arraycopy(saved, 6 * i + 2, velocity[i], 0, 2);
      System.arraycopy(saved, 6 * i + 4, landmark[i], 0, 2);
    }
    steps = (int) saved[6 * N];
  }
}
