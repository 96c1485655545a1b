package powergrid.learning.ppo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import powergrid.api.agent.Agent;
import powergrid.api.environment.VectorEnvironment;
import powergrid.api.environment.VectorTransition;
import powergrid.api.learning.Actor;
import powergrid.api.learning.Iteration;
import powergrid.api.learning.Learner;
import powergrid.api.learning.LearnerContext;
import powergrid.api.learning.Tensors;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.random.RandomStream;
import powergrid.learning.experience.Episodes;
import powergrid.learning.team.Player;
import powergrid.learning.team.Role;
import powergrid.learning.team.Roles;

/** Gathers and learns, as the package describes; all roles side by side. */
final class PpoLearner implements Learner {
  private final PpoSettings settings;
  private final LearnerContext context;
  private final boolean joint;
  private final VectorEnvironment environment;
  private final List<? extends Agent> agents;
  private final List<RoleLearner> learners = new ArrayList<>();
  private final CentralStates states;
  private final Gatherer gatherer;
  private final Episodes episodes;
  private final RandomStream random;
  private VectorTransition seen;

  PpoLearner(PpoSettings settings, LearnerContext context, Critics critics, boolean joint) {
    this.settings = settings;
    this.context = context;
    this.joint = joint;
    environment = context.environment(settings.environments());
    random = context.random();
    agents = environment.possibleAgents();
    if (agents.isEmpty()) {
      throw new ConfigurationException(
          "", "nobody is there to learn: no agent decides, or all that do have a policy");
    }
    List<Role> roles = roles(settings, agents, joint);
    int stateSize = environment.stateSpace().size();
    for (Role role : roles) {
      Policy policy = new Policy(role, Policy.Shape.of(settings), settings.logStdInit());
      int whom = role.players().size() > 1 ? role.players().size() : 0;
      int inputs = critics == Critics.OWN ? role.inputs() : stateSize + whom;
      RoleLearner learner = new RoleLearner(policy, inputs, settings);
      learner.start(random.split("start." + role.name()));
      learners.add(learner);
    }
    states =
        critics == Critics.OWN
            ? null
            : new CentralStates(
                settings.horizon(),
                settings.environments(),
                stateSize,
                settings.normalizeObservations());
    gatherer = new Gatherer(environment, learners, states, random, settings);
    episodes = new Episodes(settings.environments(), agents.size());
    if (learners.size() == agents.size()) { // else some share what they learn anyway
      environment.models(learners.stream().map(l -> l.model).toList());
    }
    seen = environment.restore(environment.snapshot());
  }

  private static List<Role> roles(
      PpoSettings settings, List<? extends Agent> agents, boolean joint) {
    List<Player> players = joint ? Player.joint(agents) : Player.each(agents);
    return Roles.of(players, settings.share(), settings.pad(), settings.identity());
  }

  /** Whether each agent has a network of its own, and so a model to tell others of. */
  static boolean givesModels(PpoSettings settings, List<? extends Agent> agents, boolean joint) {
    return roles(settings, agents, joint).size() == agents.size();
  }

  @Override
  public Iteration learn() {
    double progress = (double) episodes.steps() / context.steps();
    double learningRate = settings.learningRate() * settings.schedule().left(progress);
    double clip = settings.clip() * settings.clipSchedule().left(progress);
    episodes.begin();
    long before = episodes.steps();
    seen = gatherer.gather(seen, episodes);
    estimate();
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      improve(learningRate, clip);
    }
    learners.forEach(l -> l.model.learnt(l.batch.size()));
    return new Iteration(
        episodes.steps() - before, episodes.ended(), episodes.meanReward(), figures(learningRate));
  }

  private void estimate() {
    int n = learners.size();
    float[][] cutValues = new float[n][];
    float[][][] cutInputs = new float[n][][];
    for (int l = 0; l < n; l++) {
      cutInputs[l] = learners.get(l).batch.cutInputs.toArray(float[][]::new);
      cutValues[l] = new float[cutInputs[l].length];
    }
    eachShard(
        learners,
        (learner, shard) -> {
          int l = learners.indexOf(learner);
          Batch batch = learner.batch;
          learner.value(shard, batch.criticInputs, batch.values.length, batch.values);
          learner.value(shard, cutInputs[l], cutInputs[l].length, cutValues[l]);
        });
    context.parallel(n, l -> learners.get(l).estimate(cutValues[l]));
  }

  /** Goes through all samples once; roles that have fewer are done earlier. */
  private void improve(double learningRate, double clip) {
    learners.forEach(l -> l.shuffle(random));
    int minibatches = learners.stream().mapToInt(RoleLearner::minibatches).max().orElse(0);
    for (int m = 0; m < minibatches; m++) {
      List<RoleLearner> at = new ArrayList<>();
      for (RoleLearner learner : learners) {
        if (learner.turnTo(m, clip)) {
          at.add(learner);
        }
      }
      if (at.isEmpty()) {
        return; // all have diverged as far as they may
      }
      eachShard(at, RoleLearner::learn);
      context.parallel(at.size(), l -> at.get(l).step(learningRate));
    }
  }

  private interface ShardTask {
    void run(RoleLearner learner, int shard);
  }

  private void eachShard(List<RoleLearner> of, ShardTask task) {
    List<Runnable> tasks = new ArrayList<>();
    for (RoleLearner learner : of) {
      for (int s = 0; s < learner.shards(); s++) {
        int shard = s;
        tasks.add(() -> task.run(learner, shard));
      }
    }
    context.parallel(tasks.size(), i -> tasks.get(i).run());
  }

  private Map<String, Double> figures(double learningRate) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("loss.policy", mean(l -> l.tally.mean(Shard.POLICY_LOSS)));
    figures.put("loss.value", mean(l -> l.tally.mean(Shard.VALUE_LOSS)));
    figures.put("entropy", mean(l -> l.tally.mean(Shard.ENTROPY)));
    figures.put("kl", mean(l -> l.tally.mean(Shard.KL)));
    figures.put("clipFraction", mean(l -> l.tally.mean(Shard.CLIPPED)));
    figures.put("explainedVariance", mean(l -> l.tally.explainedVariance()));
    figures.put("gradientNorm", mean(l -> l.tally.norm()));
    figures.put("learningRate", learningRate);
    figures.put("overrideMw", gatherer.tally.overrideMw());
    figures.put("messages", gatherer.tally.messages());
    figures.put("bytes", gatherer.tally.bytes());
    figures.put("clamped", (double) gatherer.clamped());
    return figures;
  }

  /** Over agents: a role counts as often as it has players. */
  private double mean(ToDoubleFunction<RoleLearner> figure) {
    double sum = 0;
    int players = 0;
    for (RoleLearner learner : learners) {
      int n = learner.policy.role.players().size();
      sum += n * figure.applyAsDouble(learner);
      players += n;
    }
    return sum / players;
  }

  @Override
  public Actor actor() {
    return new PpoActor(policy(), agents);
  }

  private Tensors policy() {
    Tensors policy = new Tensors();
    PolicyFile.write(policy, agents, settings, joint);
    learners.forEach(l -> l.policy.save(policy));
    return policy;
  }

  @Override
  public void save(Tensors policy, Tensors training) {
    PolicyFile.write(policy, agents, settings, joint);
    learners.forEach(l -> l.save(policy, training));
    if (states != null) {
      states.save(training);
    }
    episodes.save(training);
    training.put("random", new long[] {random.state()});
    training.put("environment", environment.snapshot());
  }

  @Override
  public void restore(Tensors policy, Tensors training) {
    PolicyFile.read(policy, agents);
    learners.forEach(l -> l.restore(policy, training));
    if (states != null) {
      states.restore(training);
    }
    episodes.restore(training);
    random.state(training.longs("random")[0]);
    seen = environment.restore(training.bytes("environment"));
  }
}
