package powergrid.learning.ppo;

import java.util.Arrays;
import powergrid.api.learning.Tensors;
import powergrid.api.random.RandomStream;
import powergrid.learning.distribution.Evaluation;
import powergrid.learning.nn.Adam;
import powergrid.learning.nn.Mlp;
import powergrid.learning.nn.Parameters;

/** What a role learns with: policy, critic, optimiser and the iteration's experience. */
final class RoleLearner {
  /** Shards of a minibatch have so many samples, if there are not too many of them. */
  private static final int SHARD = 64;

  /** More than most machines have cores for; each costs a gradient's memory and a sum. */
  private static final int MOST_SHARDS = 8;

  private static final double LEAST_DEVIATION = 1e-8;
  private static final double HIDDEN_GAIN = Math.sqrt(2);

  final Policy policy;
  final Batch batch;
  final Evaluation evaluation;
  final Mlp.Pass pass;
  final ReturnScale scale = new ReturnScale();
  final RoleTally tally = new RoleTally();

  /** What its agent can tell others of; of use where it is the role's only one. */
  final PolicyModel model;

  private final RewardScale rewards;

  private final PpoSettings settings;
  private final Mlp critic;
  private final Adam adam;
  private final Parameters parameters;
  private final Shard[] shards;
  private final int[] order;

  private int minibatch;
  private boolean stopped;
  private Shard.Terms terms;

  RoleLearner(Policy policy, int criticInputs, PpoSettings settings) {
    this.policy = policy;
    this.settings = settings;
    int width = settings.environments() * policy.role.players().size();
    batch =
        new Batch(
            settings.horizon(),
            width,
            policy.role.inputs(),
            policy.head.axes(),
            policy.head.maskSize());
    critic = new Mlp(settings.activation(), Policy.sizes(criticInputs, settings.hidden(), 1));
    parameters =
        Parameters.all(policy.net.parameters(), policy.spread.parameters(), critic.parameters());
    adam = new Adam(parameters);
    model = new PolicyModel(policy);
    evaluation = new Evaluation(policy.head, policy.spread);
    pass = policy.net.pass(width);
    int samples = Math.min(settings.minibatch(), batch.size());
    shards = new Shard[Math.max(1, Math.min(MOST_SHARDS, samples / SHARD))];
    for (int s = 0; s < shards.length; s++) {
      shards[s] = new Shard(policy, critic, (samples + shards.length - 1) / shards.length);
    }
    rewards = settings.scaleRewards() ? new RewardScale(width, settings.gamma()) : null;
    order = new int[batch.size()];
  }

  void start(RandomStream random) {
    policy.start(random);
    critic.start(random, HIDDEN_GAIN, 1);
  }

  /** Scales the rewards of a step if that is asked for. */
  void scaleRewards(int step) {
    if (rewards != null) {
      rewards.scale(batch.rewards, batch.ended, step * batch.width);
    }
  }

  /** How many tasks {@link #value} and {@link #learn} are to be called with. */
  int shards() {
    return shards.length;
  }

  /** Values a shard's part of some inputs. */
  void value(int shard, float[][] inputs, int count, float[] values) {
    shards[shard].value(inputs, part(shard, count), part(shard + 1, count), scale, values);
  }

  private int part(int shard, int count) {
    return (int) ((long) count * shard / shards.length);
  }

  /** Estimates advantages, and gets ready to learn from them. */
  void estimate(float[] cutValues) {
    batch.estimate(cutValues, settings.gamma(), settings.gaeLambda());
    tally.begin(batch);
    if (settings.normalizeReturns()) {
      scale.move(batch.returns, critic);
    }
    stopped = false;
  }

  /** Puts samples into an order that depends on nothing but the stream. */
  void shuffle(RandomStream random) {
    Arrays.setAll(order, i -> i);
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }

  int minibatches() {
    return (batch.size() + settings.minibatch() - 1) / settings.minibatch();
  }

  /**
   * Turns to a minibatch.
   *
   * @return false if there is none of this number, or no more is to be learnt in this iteration
   */
  boolean turnTo(int number, double clip) {
    minibatch = number;
    if (stopped || number >= minibatches()) {
      return false;
    }
    double mean = 0;
    double deviation = 1;
    if (settings.normalizeAdvantages() && count() > 1) {
      double sum = 0;
      for (int i = first(); i < first() + count(); i++) {
        sum += batch.advantages[order[i]];
      }
      mean = sum / count();
      double squares = 0;
      for (int i = first(); i < first() + count(); i++) {
        double off = batch.advantages[order[i]] - mean;
        squares += off * off;
      }
      deviation = Math.sqrt(squares / (count() - 1)) + LEAST_DEVIATION;
    }
    PpoLoss loss = new PpoLoss(clip, settings.clipValue());
    terms = new Shard.Terms(loss, settings.entropy(), settings.valueCoefficient(), mean, deviation);
    return true;
  }

  private int first() {
    return minibatch * settings.minibatch();
  }

  private int count() {
    return Math.min(settings.minibatch(), batch.size() - first());
  }

  /** Sums the gradient of a shard's part of the minibatch. */
  void learn(int shard) {
    int from = first() + part(shard, count());
    int to = first() + part(shard + 1, count());
    shards[shard].learn(batch, order, from, to, terms, scale, 1.0 / count());
  }

  /** Adds up the shards' gradients and takes a step. */
  void step(double learningRate) {
    Parameters gradient = shards[0].gradient;
    for (int s = 1; s < shards.length; s++) {
      gradient.add(shards[s].gradient);
    }
    double[] sums = new double[shards[0].sums.length];
    for (Shard shard : shards) {
      for (int k = 0; k < sums.length; k++) {
        sums[k] += shard.sums[k];
      }
    }
    model.pull(gradient);
    double norm = gradient.clip(settings.maxGradientNorm());
    tally.add(sums, count(), norm, policy.role.name());
    if (settings.targetKl() > 0 && sums[Shard.KL] / count() > 1.5 * settings.targetKl()) {
      stopped = true;
      return;
    }
    adam.step(gradient, learningRate);
    policy.refresh();
    critic.refresh();
  }

  void save(Tensors intoPolicy, Tensors intoTraining) {
    policy.save(intoPolicy);
    String name = "critic." + policy.role.name();
    critic.save(intoTraining, name);
    scale.save(intoTraining, name + ".returns");
    adam.save(intoTraining, "adam." + policy.role.name());
    model.save(intoTraining, "model." + policy.role.name());
    if (rewards != null) {
      rewards.save(intoTraining, "rewards." + policy.role.name());
    }
  }

  void restore(Tensors fromPolicy, Tensors fromTraining) {
    policy.restore(fromPolicy);
    String name = "critic." + policy.role.name();
    critic.restore(fromTraining, name);
    scale.restore(fromTraining, name + ".returns");
    adam.restore(fromTraining, "adam." + policy.role.name());
    model.restore(fromTraining, "model." + policy.role.name());
    if (rewards != null) {
      rewards.restore(fromTraining, "rewards." + policy.role.name());
    }
  }
}
