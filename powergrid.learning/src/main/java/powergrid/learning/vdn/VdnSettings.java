package powergrid.learning.vdn;

import java.util.List;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.Field;
import powergrid.learning.nn.Activation;
import powergrid.learning.team.Sharing;

/**
 * How value decomposition networks learn; symbols are those of the package's description.
 *
 * @param environments copies that experience is gathered in, part of what is learnt
 * @param horizon steps of each copy an iteration
 * @param stepsPerUpdate environment steps for which a gradient step is taken
 * @param warmup environment steps before the first
 * @param minibatch samples that a gradient is the mean of
 * @param replay samples that are kept, the newest
 * @param bins of a continuous axis
 * @param hidden sizes of hidden layers
 * @param activation of hidden layers
 * @param learningRate of Adam
 * @param gamma discount a step
 * @param targetEvery gradient steps after which the target network follows
 * @param epsilonFirst share of random choices at first
 * @param epsilonLast share of random choices at last
 * @param epsilonShare share of all steps over which it falls, along a line
 * @param maxGradientNorm of a role's network
 * @param normalizeObservations by their running mean and deviation
 * @param share whose experience a network learns from
 * @param identity whether a shared network sees whom it drives
 */
public record VdnSettings(
    @Field(min = 1, max = 4096, value = "8", help = "Copies of the environment; not threads")
        int environments,
    @Field(min = 1, max = 1e6, value = "32", help = "Steps of each copy an iteration") int horizon,
    @Field(min = 1, max = 1e6, value = "8", help = "Environment steps a gradient step")
        int stepsPerUpdate,
    @Field(min = 1, max = 1e6, value = "1000", help = "Environment steps before learning starts")
        int warmup,
    @Field(min = 1, max = 1e5, value = "64", help = "Samples a gradient is the mean of")
        int minibatch,
    @Field(min = 1, max = 1e6, value = "20000", help = "Samples that are kept, the newest")
        int replay,
    @Field(min = 2, max = 1000, value = "5", help = "Bins that a continuous axis is cut into")
        int bins,
    @Field(min = 1, max = 4096, value = "[64, 64]", help = "Sizes of hidden layers")
        List<Integer> hidden,
    @Field(value = "relu", help = "Activation of hidden layers") Activation activation,
    @Field(min = 0, max = 1, value = "5e-4", help = "Learning rate of Adam") double learningRate,
    @Field(min = 0, max = 1, value = "0.99", help = "Discount a step") double gamma,
    @Field(min = 1, max = 1e6, value = "200", help = "Gradient steps until the target follows")
        int targetEvery,
    @Field(min = 0, max = 1, value = "1", help = "Share of random choices at first")
        double epsilonFirst,
    @Field(min = 0, max = 1, value = "0.05", help = "Share of random choices at last")
        double epsilonLast,
    @Field(min = 0, max = 1, value = "0.5", help = "Share of the steps over which it falls")
        double epsilonShare,
    @Field(min = 0, max = 1e6, value = "10", help = "Greatest norm of a gradient")
        double maxGradientNorm,
    @Field(value = "true", help = "Normalise observations by running mean and deviation")
        boolean normalizeObservations,
    @Field(value = "none", help = "Whose experience a network learns from") Sharing share,
    @Field(value = "false", help = "A shared network sees whom it drives") boolean identity) {
  /** Copies the list; refuses what does not go together. */
  public VdnSettings {
    hidden = List.copyOf(hidden);
    if (hidden.isEmpty()) {
      throw new ConfigurationException(
          "hidden", "is empty; write at least one size, e.g. [64, 64]");
    }
    if (share == Sharing.NONE && identity) {
      throw new ConfigurationException(
          "identity", "is for networks that are shared; add share: role");
    }
    if (replay < minibatch) {
      throw new ConfigurationException(
          "replay", "is " + replay + ", less than a minibatch of " + minibatch);
    }
  }
}
