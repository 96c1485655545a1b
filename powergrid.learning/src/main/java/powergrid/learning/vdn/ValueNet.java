package powergrid.learning.vdn;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.learning.Tensors;
import powergrid.learning.nn.Activation;
import powergrid.learning.nn.Mlp;
import powergrid.learning.nn.Moments;
import powergrid.learning.team.Role;

/** What a role acts by: values of its choices, of observations that are normalised. */
final class ValueNet {
  final Role role;
  final Branches branches;
  final Mlp net;
  final Moments moments;
  final boolean normalised;

  /** What networks of all roles have in common. */
  record Shape(List<Integer> hidden, Activation activation, int bins, boolean normalised) {}

  ValueNet(Role role, Shape shape) {
    this.role = role;
    branches = new Branches(role.choices(), shape.bins());
    net = mlp(shape);
    moments = new Moments(role.observations());
    normalised = shape.normalised();
  }

  /** A network of this shape, of zeros. */
  Mlp mlp(Shape shape) {
    List<Integer> sizes = new ArrayList<>();
    sizes.add(role.inputs());
    sizes.addAll(shape.hidden());
    sizes.add(branches.outputs());
    return new Mlp(shape.activation(), sizes.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Writes what a player's network sees. */
  void observe(int player, float[] observations, int copy, float[] row) {
    role.observe(player, observations, copy, moments, row);
    if (normalised) {
      moments.normalise(row);
    }
  }

  void save(Tensors into) {
    net.save(into, "policy." + role.name());
    moments.save(into, "policy." + role.name() + ".observations");
  }

  void restore(Tensors from) {
    net.restore(from, "policy." + role.name());
    moments.restore(from, "policy." + role.name() + ".observations");
  }
}
