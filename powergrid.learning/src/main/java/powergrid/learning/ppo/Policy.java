package powergrid.learning.ppo;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.learning.Tensors;
import powergrid.api.random.RandomStream;
import powergrid.learning.distribution.ConstantSpread;
import powergrid.learning.distribution.FeatureSpread;
import powergrid.learning.distribution.Head;
import powergrid.learning.distribution.Spread;
import powergrid.learning.nn.Activation;
import powergrid.learning.nn.Mlp;
import powergrid.learning.nn.Moments;
import powergrid.learning.team.Role;

/** What a role acts by: a network, its distribution and how observations are normalised. */
final class Policy {
  private static final double HIDDEN_GAIN = Math.sqrt(2);

  /** At first all actions are near the middle of their bounds, whatever is seen. */
  private static final double OUTPUT_GAIN = 0.01;

  final Role role;
  final Head head;
  final Mlp net;
  final Spread spread;
  final Moments moments;
  final boolean normalised;

  /** What policies of all roles have in common. */
  record Shape(
      List<Integer> hidden,
      Activation activation,
      boolean squashed,
      boolean stateDependent,
      boolean normalised) {
    static Shape of(PpoSettings settings) {
      return new Shape(
          settings.hidden(),
          settings.activation(),
          settings.squash(),
          settings.gsde(),
          settings.normalizeObservations());
    }
  }

  Policy(Role role, Shape shape, double logStd) {
    this.role = role;
    head = new Head(role.choices(), shape.squashed());
    net = new Mlp(shape.activation(), sizes(role.inputs(), shape.hidden(), head.outputs()));
    spread =
        shape.stateDependent()
            ? new FeatureSpread(head.continuous(), net.size(net.layers() - 1), logStd)
            : new ConstantSpread(head.continuous(), logStd);
    moments = new Moments(role.observations());
    normalised = shape.normalised();
  }

  static int[] sizes(int inputs, List<Integer> hidden, int outputs) {
    List<Integer> sizes = new ArrayList<>();
    sizes.add(inputs);
    sizes.addAll(hidden);
    sizes.add(outputs);
    return sizes.stream().mapToInt(Integer::intValue).toArray();
  }

  void start(RandomStream random) {
    net.start(random, HIDDEN_GAIN, OUTPUT_GAIN);
  }

  /** Takes note of new parameters. */
  void refresh() {
    net.refresh();
    spread.refresh();
  }

  /** Writes what a player's network sees. */
  void observe(int player, float[] observations, int copy, float[] row) {
    role.observe(player, observations, copy, moments, row);
  }

  void normalise(float[] row) {
    if (normalised) {
      moments.normalise(row);
    }
  }

  void save(Tensors into) {
    String name = "policy." + role.name();
    net.save(into, name);
    spread.save(into, name + ".logStd");
    moments.save(into, name + ".observations");
  }

  void restore(Tensors from) {
    String name = "policy." + role.name();
    net.restore(from, name);
    spread.restore(from, name + ".logStd");
    moments.restore(from, name + ".observations");
  }
}
