package powergrid.learning.ppo;

import java.util.List;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.Field;
import powergrid.learning.nn.Activation;
import powergrid.learning.team.Sharing;

/**
 * How proximal policy optimisation learns; symbols are those of the package's description.
 *
 * @param environments copies that experience is gathered in, part of what is learnt
 * @param horizon steps of each copy an iteration
 * @param epochs times that an iteration's experience is gone through
 * @param minibatch samples that a gradient is the mean of
 * @param hidden sizes of hidden layers
 * @param activation of hidden layers
 * @param learningRate of Adam, at first
 * @param schedule what becomes of the learning rate
 * @param gamma discount a step
 * @param gaeLambda weight of longer looks ahead
 * @param clip how far ratios may leave 1, at first
 * @param clipSchedule what becomes of {@code clip}
 * @param clipValue how far a value may move an iteration, in units that the critic learns in; 0 for
 *     any
 * @param entropy weight of the entropy
 * @param valueCoefficient weight of the critic's loss
 * @param maxGradientNorm of policy and critic together
 * @param targetKl divergence from the old policy at whose 1.5-fold an iteration's learning ends; 0
 *     for none
 * @param squash whether continuous samples are squashed by tanh
 * @param gsde whether exploration depends on the state
 * @param gsdeSteps steps for which its noise is kept
 * @param logStdInit natural logarithm of the first deviation, of actions within −1 to 1
 * @param normalizeObservations by their running mean and deviation
 * @param normalizeReturns by theirs, for the critic
 * @param normalizeAdvantages within a minibatch
 * @param scaleRewards by the running deviation of discounted returns
 * @param share whose experience a network learns from
 * @param pad whether agents of different layouts share too
 * @param identity whether a shared network sees whom it drives
 */
public record PpoSettings(
    @Field(min = 1, max = 4096, value = "8", help = "Copies of the environment; not threads")
        int environments,
    @Field(min = 1, max = 1e6, value = "128", help = "Steps of each copy an iteration") int horizon,
    @Field(min = 1, max = 1000, value = "4", help = "Times an iteration's samples are gone through")
        int epochs,
    @Field(min = 1, max = 1e6, value = "256", help = "Samples a gradient is the mean of")
        int minibatch,
    @Field(min = 1, max = 4096, value = "[64, 64]", help = "Sizes of hidden layers")
        List<Integer> hidden,
    @Field(value = "tanh", help = "Activation of hidden layers") Activation activation,
    @Field(min = 0, max = 1, value = "3e-4", help = "Learning rate of Adam, at first")
        double learningRate,
    @Field(value = "constant", help = "What becomes of the learning rate") Schedule schedule,
    @Field(min = 0, max = 1, value = "0.99", help = "Discount a step") double gamma,
    @Field(min = 0, max = 1, value = "0.95", help = "Weight of longer looks ahead, of GAE")
        double gaeLambda,
    @Field(min = 0, max = 10, value = "0.2", help = "How far ratios may leave 1, at first")
        double clip,
    @Field(value = "constant", help = "What becomes of clip") Schedule clipSchedule,
    @Field(min = 0, max = 1e6, value = "0", help = "How far a value may move; 0 for any")
        double clipValue,
    @Field(min = 0, max = 10, value = "0", help = "Weight of the entropy") double entropy,
    @Field(min = 0, max = 100, value = "0.5", help = "Weight of the critic's loss")
        double valueCoefficient,
    @Field(min = 0, max = 1e6, value = "0.5", help = "Greatest norm of a gradient")
        double maxGradientNorm,
    @Field(min = 0, max = 100, value = "0", help = "KL divergence to stop near; 0 for none")
        double targetKl,
    @Field(value = "false", help = "Squash continuous samples by tanh, not clamp them")
        boolean squash,
    @Field(value = "false", help = "Explore state-dependently (gSDE)") boolean gsde,
    @Field(min = 1, max = 1e6, value = "4", help = "Steps for which gSDE keeps its noise")
        int gsdeSteps,
    @Field(min = -10, max = 3, value = "-0.5", help = "Log of the first standard deviation")
        double logStdInit,
    @Field(value = "true", help = "Normalise observations by running mean and deviation")
        boolean normalizeObservations,
    @Field(value = "true", help = "Have the critic learn normalised returns (PopArt)")
        boolean normalizeReturns,
    @Field(value = "true", help = "Normalise advantages within a minibatch")
        boolean normalizeAdvantages,
    @Field(value = "false", help = "Divide rewards by the running deviation of returns")
        boolean scaleRewards,
    @Field(value = "none", help = "Whose experience a network learns from") Sharing share,
    @Field(value = "false", help = "Agents of different layouts share too, by name of axis")
        boolean pad,
    @Field(value = "false", help = "A shared network sees whom it drives") boolean identity) {
  /** Copies the list; refuses what does not go together. */
  public PpoSettings {
    hidden = List.copyOf(hidden);
    if (hidden.isEmpty()) {
      throw new ConfigurationException(
          "hidden", "is empty; write at least one size, e.g. [64, 64]");
    }
    if (share == Sharing.NONE && pad) {
      throw new ConfigurationException("pad", "is for networks that are shared; add share: role");
    }
    if (share == Sharing.NONE && identity) {
      throw new ConfigurationException(
          "identity", "is for networks that are shared; add share: role");
    }
  }
}
