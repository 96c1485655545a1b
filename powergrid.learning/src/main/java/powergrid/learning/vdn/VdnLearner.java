package powergrid.learning.vdn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import powergrid.learning.experience.StepTally;
import powergrid.learning.nn.Mlp;
import powergrid.learning.nn.Moments;
import powergrid.learning.team.Player;
import powergrid.learning.team.Role;
import powergrid.learning.team.Roles;

/** Gathers and learns, as the package describes. */
final class VdnLearner implements Learner {
  private final VdnSettings settings;
  private final LearnerContext context;
  private final VectorEnvironment environment;
  private final List<? extends Agent> agents;
  private final List<ValueLearner> learners = new ArrayList<>();
  private final List<Hand> hands = new ArrayList<>();
  private final Replay replay;
  private final Episodes episodes;
  private final StepTally tally;
  private final RandomStream random;
  private final int observationSize;
  private final int maskSize;
  private final int actionSize;
  private final float[] actions;
  private final float[][] chosen;

  /** Discounted sums of the team's rewards by copy, and their moments. */
  private final float[][] running;

  private final Moments returns;
  private final int[] samples;
  private final float[] derivatives;
  private VectorTransition seen;
  private long updates;
  private double loss;
  private double value;
  private double norm;

  /** Room for a role's players in one step of all copies. */
  private static final class Hand {
    private final Mlp.Pass pass;
    private final float[][] rows;
    private final float[] choice;
    private final byte[] mask;

    Hand(ValueNet values, int copies) {
      int width = copies * values.role.players().size();
      pass = values.net.pass(width);
      rows = new float[width][values.role.inputs()];
      choice = new float[values.branches.axes()];
      mask = new byte[values.branches.maskSize()];
    }
  }

  VdnLearner(VdnSettings settings, LearnerContext context) {
    this.settings = settings;
    this.context = context;
    environment = context.environment(settings.environments());
    random = context.random();
    agents = environment.possibleAgents();
    if (agents.isEmpty()) {
      throw new ConfigurationException(
          "", "nobody is there to learn: no agent decides, or all that do have a policy");
    }
    ValueNet.Shape shape =
        new ValueNet.Shape(
            settings.hidden(),
            settings.activation(),
            settings.bins(),
            settings.normalizeObservations());
    int axes = 0;
    for (Role role : Roles.of(Player.each(agents), settings.share(), false, settings.identity())) {
      ValueNet values = new ValueNet(role, shape);
      ValueLearner learner = new ValueLearner(values, shape, settings, axes);
      learner.start(random.split("start." + role.name()));
      learners.add(learner);
      hands.add(new Hand(values, settings.environments()));
      axes += role.players().size() * values.branches.axes();
    }
    int n = agents.size();
    observationSize = environment.observationOffset(n);
    maskSize = environment.maskOffset(n);
    actionSize = environment.actionOffset(n);
    replay = new Replay(settings.replay(), observationSize, maskSize, axes);
    returns = new Moments(1, settings.replay());
    episodes = new Episodes(settings.environments(), n);
    tally = new StepTally(environment);
    actions = new float[settings.environments() * actionSize];
    chosen = new float[settings.environments()][axes];
    running = new float[settings.environments()][1];
    samples = new int[settings.minibatch()];
    derivatives = new float[settings.minibatch()];
    seen = environment.restore(environment.snapshot());
  }

  @Override
  public Iteration learn() {
    long before = episodes.steps();
    episodes.begin();
    tally.begin();
    loss = 0;
    value = 0;
    norm = 0;
    int learnt = 0;
    for (int t = 0; t < settings.horizon(); t++) {
      act();
      keep();
      while (updatesDue()) {
        update();
        learnt++;
      }
    }
    double share = learnt == 0 ? 0 : 1.0 / learnt;
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("loss.value", loss * share);
    figures.put("value", value * share);
    figures.put("epsilon", epsilon());
    figures.put("gradientNorm", norm * share / learners.size());
    figures.put("replay", (double) replay.size());
    figures.put("learningRate", settings.learningRate());
    figures.put("overrideMw", tally.overrideMw());
    figures.put("messages", tally.messages());
    figures.put("bytes", tally.bytes());
    return new Iteration(
        episodes.steps() - before, episodes.ended(), episodes.meanReward(), figures);
  }

  private boolean updatesDue() {
    long steps = episodes.steps();
    return steps >= settings.warmup()
        && replay.size() >= settings.minibatch()
        && updates < (steps - settings.warmup()) / settings.stepsPerUpdate();
  }

  private double epsilon() {
    double over = settings.epsilonShare() * context.steps();
    double progress = over == 0 ? 1 : Math.min(1, episodes.steps() / over);
    return settings.epsilonFirst() + progress * (settings.epsilonLast() - settings.epsilonFirst());
  }

  private void act() {
    double epsilon = epsilon();
    for (int l = 0; l < learners.size(); l++) {
      ValueLearner learner = learners.get(l);
      ValueNet values = learner.values;
      Hand hand = hands.get(l);
      int players = values.role.players().size();
      for (int w = 0; w < hand.rows.length; w++) {
        int at = w / players * observationSize;
        values.role.observe(w % players, seen.observations(), at, values.moments, hand.rows[w]);
      }
      if (values.normalised) {
        values.moments.add(hand.rows, hand.rows.length);
        for (float[] row : hand.rows) {
          values.moments.normalise(row);
        }
      }
      values.net.forward(hand.pass, hand.rows, hand.rows.length);
      for (int w = 0; w < hand.rows.length; w++) {
        int copy = w / players;
        int p = w % players;
        values.role.mask(p, seen.masks(), copy * maskSize, hand.mask);
        values.branches.best(hand.pass.outputs()[w], hand.mask, hand.choice);
        values.branches.explore(epsilon, hand.mask, random, hand.choice);
        System.arraycopy(hand.choice, 0, chosen[copy], learner.start(p), hand.choice.length);
        values.role.act(p, hand.choice, values.branches::normal, actions, copy * actionSize);
      }
    }
  }

  /** Takes the step and puts it into the replay. */
  private void keep() {
    float[] before = seen.observations().clone();
    seen = environment.step(actions);
    episodes.add(seen);
    int n = agents.size();
    for (int c = 0; c < running.length; c++) {
      int i = replay.add();
      System.arraycopy(before, c * observationSize, replay.seen[i], 0, observationSize);
      boolean last = seen.ended()[c];
      float[] after = last ? seen.finalObservations() : seen.observations();
      System.arraycopy(after, c * observationSize, replay.next[i], 0, observationSize);
      if (last) { // nobody chooses then, so that all counts as open
        Arrays.fill(replay.nextMasks[i], (byte) 1);
      } else {
        System.arraycopy(seen.masks(), c * maskSize, replay.nextMasks[i], 0, maskSize);
      }
      System.arraycopy(chosen[c], 0, replay.choices[i], 0, chosen[c].length);
      double sum = 0;
      for (int a = 0; a < n; a++) {
        sum += seen.rewards()[c * n + a];
      }
      replay.rewards[i] = (float) (sum / n);
      replay.ended[i] = seen.terminated()[c * n];
      running[c][0] = (float) (settings.gamma() * running[c][0] + replay.rewards[i]);
    }
    returns.add(running, running.length);
    for (int c = 0; c < running.length; c++) {
      running[c][0] = seen.ended()[c] ? 0 : running[c][0];
    }
  }

  private void update() {
    for (int b = 0; b < samples.length; b++) {
      samples[b] = random.nextInt(replay.size());
    }
    context.parallel(learners.size(), l -> learners.get(l).value(replay, samples));
    double scale = 1 / returns.deviation(0);
    for (int b = 0; b < samples.length; b++) {
      int i = samples[b];
      double q = 0;
      double best = 0;
      for (ValueLearner learner : learners) {
        q += learner.q[b];
        best += learner.best[b];
      }
      double y = replay.rewards[i] * scale + (replay.ended[i] ? 0 : settings.gamma() * best);
      derivatives[b] = (float) (2 * (q - y) / samples.length);
      loss += (q - y) * (q - y) / samples.length;
      value += q / scale / samples.length;
    }
    context.parallel(learners.size(), l -> learners.get(l).learn(replay, samples, derivatives));
    for (ValueLearner learner : learners) {
      norm += learner.norm;
    }
    updates++;
    if (updates % settings.targetEvery() == 0) {
      learners.forEach(ValueLearner::follow);
    }
  }

  @Override
  public Actor actor() {
    Tensors policy = new Tensors();
    VdnFile.write(policy, agents, settings);
    learners.forEach(l -> l.values.save(policy));
    return new VdnActor(policy, agents);
  }

  @Override
  public void save(Tensors policy, Tensors training) {
    VdnFile.write(policy, agents, settings);
    learners.forEach(l -> l.save(policy, training));
    replay.save(training);
    episodes.save(training);
    returns.save(training, "returns");
    float[] sums = new float[running.length];
    for (int c = 0; c < sums.length; c++) {
      sums[c] = running[c][0];
    }
    training.put("returns.running", sums);
    training.put("updates", new long[] {updates});
    training.put("random", new long[] {random.state()});
    training.put("environment", environment.snapshot());
  }

  @Override
  public void restore(Tensors policy, Tensors training) {
    VdnFile.read(policy, agents);
    learners.forEach(l -> l.restore(policy, training));
    replay.restore(training);
    episodes.restore(training);
    returns.restore(training, "returns");
    float[] sums = training.floats("returns.running");
    for (int c = 0; c < running.length; c++) {
      running[c][0] = sums[c];
    }
    updates = training.longs("updates")[0];
    random.state(training.longs("random")[0]);
    seen = environment.restore(training.bytes("environment"));
  }
}
