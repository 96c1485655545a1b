package powergrid.engine.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import powergrid.api.environment.StepView;
import powergrid.api.reward.Reward;

/** Several rewards, each by its weight, as one. */
final class WeightedRewards implements Reward {
  private final List<String> labels = new ArrayList<>();
  private Reward[] terms = {};
  private double[] weights = {};

  /** Adds a term. */
  Reward add(Reward term, double weight, String label) {
    terms = Arrays.copyOf(terms, terms.length + 1);
    weights = Arrays.copyOf(weights, terms.length);
    terms[terms.length - 1] = term;
    weights[terms.length - 1] = weight;
    labels.add(label);
    return this;
  }

  /** Their plug-ins in words. */
  String label() {
    return String.join(" or ", labels);
  }

  @Override
  public double of(int agent, StepView step) {
    double sum = 0;
    for (int i = 0; i < terms.length; i++) {
      sum += weights[i] * terms[i].of(agent, step);
    }
    return sum;
  }
}
