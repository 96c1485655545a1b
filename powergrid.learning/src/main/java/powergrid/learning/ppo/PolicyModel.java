package powergrid.learning.ppo;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.agent.Model;
import powergrid.api.learning.Tensors;
import powergrid.learning.nn.Parameters;
import powergrid.learning.team.Layout;

/** A policy as something that its agent may tell others of, and take over from them. */
final class PolicyModel implements Model {
  private final Policy policy;
  private final Parameters all;
  private final Parameters trunk;
  private long allIterations;
  private int iterations;
  private long samples;

  /** What was taken over last, and is pulled to; null where nothing is. */
  private Parameters anchor;

  private Part anchored = Part.ALL;
  private double pull;

  PolicyModel(Policy policy) {
    this.policy = policy;
    all = Parameters.all(policy.net.parameters(), policy.spread.parameters());
    trunk = policy.net.trunk();
  }

  private Parameters part(Part part) {
    return part == Part.ALL ? all : trunk;
  }

  @Override
  public int layout(Part part) {
    Layout layout = policy.role.layout();
    List<String> text = new ArrayList<>(layout.observations());
    for (int l = 0; l < policy.net.layers(); l++) {
      text.add(" " + policy.net.size(l));
    }
    text.add(policy.net.activation().name() + (policy.normalised ? " normalised" : ""));
    if (part == Part.ALL) {
      text.addAll(layout.actions());
      text.add(policy.spread.getClass().getSimpleName());
    }
    return String.join("\n", text).hashCode(); // which the language defines
  }

  @Override
  public float[] parameters(Part part) {
    return part(part).flat();
  }

  @Override
  public void parameters(Part part, float[] values, double pullBy) {
    part(part).flat(values);
    policy.refresh();
    iterations = 0;
    samples = 0;
    pull = pullBy;
    anchored = part;
    anchor = null;
    if (pull > 0) {
      anchor = part(part).zeros();
      anchor.set(part(part));
    }
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
    return policy.normalised ? policy.moments.own() : new double[0];
  }

  @Override
  public double[] othersMoments() {
    return policy.normalised ? policy.moments.others() : new double[0];
  }

  @Override
  public void othersMoments(double[] others) {
    if (policy.normalised) {
      policy.moments.others(others);
    } else if (others.length > 0) {
      throw new IllegalArgumentException("moments for a model that does not normalise");
    }
  }

  /** An iteration was learnt from. */
  void learnt(int newSamples) {
    allIterations++;
    iterations++;
    samples += newSamples;
  }

  /** Adds what pulls it to what was taken over, to a gradient whose first arrays are its own. */
  void pull(Parameters gradient) {
    if (anchor != null) {
      gradient.addDifference(pull, part(anchored), anchor);
    }
  }

  void save(Tensors into, String name) {
    into.put(name + ".counts", new long[] {allIterations, iterations, samples});
    if (anchor != null) {
      into.put(name + "." + anchored.name(), anchor.flat());
      into.put(name + ".pull", new double[] {pull});
    }
  }

  void restore(Tensors from, String name) {
    long[] counts = from.longs(name + ".counts");
    allIterations = counts[0];
    iterations = (int) counts[1];
    samples = counts[2];
    anchor = null;
    pull = 0;
    for (Part part : Part.values()) {
      if (from.has(name + "." + part.name())) {
        anchored = part;
        anchor = part(part).zeros();
        anchor.flat(from.floats(name + "." + part.name()));
        pull = from.doubles(name + ".pull")[0];
      }
    }
  }
}
