package powergrid.learning.ppo;

import java.util.Arrays;
import java.util.List;
import powergrid.api.agent.Agent;
import powergrid.api.environment.VectorEnvironment;
import powergrid.api.environment.VectorTransition;
import powergrid.api.random.RandomStream;
import powergrid.learning.experience.Episodes;
import powergrid.learning.experience.StepTally;
import powergrid.learning.team.Player;
import powergrid.learning.team.Role;

/** Gathers an iteration's experience with the policies as they are. */
final class Gatherer {
  private final VectorEnvironment environment;
  private final List<? extends Agent> agents;
  private final List<RoleLearner> learners;
  private final CentralStates states;
  private final RandomStream random;
  private final PpoSettings settings;
  private final int observationSize;
  private final int maskSize;
  private final int actionSize;
  private final float[] actions;
  final StepTally tally;

  /** Noise that is kept for several steps, by role, copy and player. */
  private final float[][][] noise;

  private long clamped;

  /**
   * Gathers for roles.
   *
   * @param states null where critics look at what policies look at
   */
  Gatherer(
      VectorEnvironment environment,
      List<RoleLearner> learners,
      CentralStates states,
      RandomStream random,
      PpoSettings settings) {
    this.environment = environment;
    this.learners = learners;
    this.states = states;
    this.random = random;
    this.settings = settings;
    agents = environment.possibleAgents();
    tally = new StepTally(environment);
    observationSize = environment.observationOffset(agents.size());
    maskSize = environment.maskOffset(agents.size());
    actionSize = environment.actionOffset(agents.size());
    actions = new float[environment.copies() * actionSize];
    noise = new float[learners.size()][][];
    for (int l = 0; l < noise.length; l++) {
      RoleLearner learner = learners.get(l);
      noise[l] = new float[learner.batch.width][learner.policy.spread.noiseSize()];
    }
  }

  /**
   * Takes an iteration's steps.
   *
   * @param first what is seen at first
   * @param episodes counts them
   * @return what is seen at last
   */
  VectorTransition gather(VectorTransition first, Episodes episodes) {
    tally.begin();
    clamped = 0;
    learners.forEach(l -> l.batch.clear());
    VectorTransition seen = first;
    for (int t = 0; t < settings.horizon(); t++) {
      if (t % settings.gsdeSteps() == 0) {
        drawNoise();
      }
      if (states != null) {
        states.take(t, seen.states());
      }
      for (int l = 0; l < learners.size(); l++) {
        look(learners.get(l), t, seen);
        act(learners.get(l), noise[l], t, seen);
      }
      seen = environment.step(actions);
      episodes.add(seen);
      for (RoleLearner learner : learners) {
        reward(learner, t, seen);
      }
    }
    if (states != null) {
      states.take(settings.horizon(), seen.states());
    }
    for (RoleLearner learner : learners) {
      for (int w = 0; w < learner.batch.width; w++) {
        learner.batch.criticInputs[learner.batch.size() + w] =
            states == null
                ? row(learner, w, seen.observations())
                : central(learner, w, states.row(settings.horizon(), copy(learner, w)));
      }
    }
    return seen;
  }

  private void drawNoise() {
    for (int l = 0; l < noise.length; l++) {
      for (float[] each : noise[l]) {
        learners.get(l).policy.spread.draw(random, each);
      }
    }
  }

  private static int copy(RoleLearner learner, int w) {
    return w / learner.policy.role.players().size();
  }

  private static int player(RoleLearner learner, int w) {
    return w % learner.policy.role.players().size();
  }

  /** Has a role's players see what there is to see, and normalises it. */
  private void look(RoleLearner learner, int t, VectorTransition seen) {
    Policy policy = learner.policy;
    Batch batch = learner.batch;
    float[][] rows = batch.inputs[t];
    for (int w = 0; w < batch.width; w++) {
      int at = copy(learner, w) * observationSize;
      policy.observe(player(learner, w), seen.observations(), at, rows[w]);
    }
    if (policy.normalised) {
      policy.moments.add(rows, batch.width);
    }
    for (int w = 0; w < batch.width; w++) {
      policy.normalise(rows[w]);
      batch.criticInputs[t * batch.width + w] =
          states == null ? rows[w] : central(learner, w, states.row(t, copy(learner, w)));
    }
  }

  /** What a player's policy would see, as a new row. */
  private float[] row(RoleLearner learner, int w, float[] observations) {
    float[] row = new float[learner.policy.role.inputs()];
    int at = copy(learner, w) * observationSize;
    learner.policy.observe(player(learner, w), observations, at, row);
    learner.policy.normalise(row);
    return row;
  }

  /** A central state, and who is asked about where there are several. */
  private static float[] central(RoleLearner learner, int w, float[] state) {
    int players = learner.policy.role.players().size();
    if (players == 1) {
      return state;
    }
    float[] row = Arrays.copyOf(state, state.length + players);
    row[state.length + player(learner, w)] = 1;
    return row;
  }

  private void act(RoleLearner learner, float[][] kept, int t, VectorTransition seen) {
    Policy policy = learner.policy;
    Role role = policy.role;
    Batch batch = learner.batch;
    policy.net.forward(learner.pass, batch.inputs[t], batch.width);
    for (int w = 0; w < batch.width; w++) {
      int i = t * batch.width + w;
      int p = player(learner, w);
      float[] output = learner.pass.outputs()[w];
      float[] features = learner.pass.features()[w];
      byte[] mask = batch.masks[i];
      float[] raw = batch.raw[i];
      role.mask(p, seen.masks(), copy(learner, w) * maskSize, mask);
      learner.evaluation.sample(output, features, mask, kept[w], random, raw);
      learner.evaluation.evaluate(output, features, mask, raw, role.present(p));
      batch.logProbabilities[i] = learner.evaluation.logProbability();
      role.act(p, raw, policy.head::normal, actions, copy(learner, w) * actionSize);
      clamped += policy.head.beyond(raw, role.present(p)) ? 1 : 0;
    }
  }

  private void reward(RoleLearner learner, int t, VectorTransition seen) {
    Batch batch = learner.batch;
    for (int w = 0; w < batch.width; w++) {
      int i = t * batch.width + w;
      int copy = copy(learner, w);
      Player player = learner.policy.role.players().get(player(learner, w));
      int first = copy * agents.size() + player.first();
      double sum = 0;
      for (int a = 0; a < player.agents(); a++) {
        sum += seen.rewards()[first + a];
      }
      batch.rewards[i] = (float) (sum / player.agents());
      boolean cut = seen.truncated()[first] && !seen.terminated()[first];
      batch.ended[i] = seen.ended()[copy] || cut || seen.terminated()[first];
      if (cut) {
        batch.cut.add(i);
        batch.cutInputs.add(
            states == null
                ? row(learner, w, seen.finalObservations())
                : central(learner, w, states.ended(seen.finalStates(), copy)));
      }
    }
    learner.scaleRewards(t);
  }

  /** How often a player's sample was beyond its bounds. */
  long clamped() {
    return clamped;
  }
}
