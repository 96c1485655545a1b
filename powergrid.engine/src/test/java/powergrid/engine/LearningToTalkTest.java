package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.DeviceFactory;
import powergrid.api.device.Settlement;
import powergrid.api.environment.Credit;
import powergrid.api.environment.Environment;
import powergrid.api.environment.Split;
import powergrid.api.environment.Transition;
import powergrid.api.learning.Actor;
import powergrid.api.learning.Learner;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginKind;
import powergrid.api.scenario.Scenario;
import powergrid.learning.ppo.Ippo;
import powergrid.learning.ppo.PpoSettings;
import powergrid.testkit.Configured;
import powergrid.testkit.learning.GameContext;

/**
 * A speaker sees which of two signs an episode has, a listener has to match it and sees it not:
 * speaker–listener of Lowe et al. (NeurIPS 2017), with devices. Without a word the best guess is in
 * the middle and costs 1 a step; with one, only the first step, in which nobody was heard yet,
 * costs that much.
 */
class LearningToTalkTest {
  private static final int STEPS = 16;

  private static final String YAML =
      """
      name: talk
      clock: {start: "2023-07-01T00:00", step: 15min, steps: %d}
      deciders: devices
      protocol: {type: learned-message, size: 1, symbols: 2, zeroed: %s}
      channel: {topology: complete}
      reward: {type: cost-safety, shared: true, safetyWeight: 0}
      network: ieee13
      microgrids:
        - id: MG1
          devices:
            - {id: speaker, type: speaker, bus: "671"}
            - {id: listener, type: listener, bus: "675"}
      """;

  private final TestWorkbench workbench = new TestWorkbench();

  /** Of the one environment at a time. */
  private double sign;

  private double guess;

  private abstract static class Factory implements DeviceFactory<NoFields> {
    @Override
    public Class<NoFields> configType() {
      return NoFields.class;
    }
  }

  private final class Speaker extends Factory {
    @Override
    public Device create(NoFields none, DeviceContext context) {
      Variables.Real seen = context.feature("secret").real("sign", "", -1, 1, 0, Visibility.OWNER);
      return new Device() {
        @Override
        public void reset() {
          sign = context.random().nextInt(2) * 2 - 1;
          seen.set(sign);
        }

        @Override
        public void act(double hours) {
          context.terminal().inject(0, 0);
        }

        @Override
        public void settle(Settlement step) {
          // booked here: its own cost would tell the listener
          step.cost((guess - sign) * (guess - sign));
        }
      };
    }
  }

  private final class Listener extends Factory {
    @Override
    public Device create(NoFields none, DeviceContext context) {
      Variables.Real action = context.actions().real("guess", "", -1, 1, 0, Visibility.OWNER);
      return new Device() {
        @Override
        public void act(double hours) {
          guess = action.get();
          context.terminal().inject(0, 0);
        }

        @Override
        public void settle(Settlement step) {
          // nothing to say
        }
      };
    }
  }

  /** Mean cost a step in episodes of what was learnt. */
  private double learnt(boolean zeroed) {
    Scenario scenario = workbench.scenario(YAML.formatted(STEPS, zeroed));
    PpoSettings settings =
        Configured.of(PpoSettings.class)
            .with("environments", 1)
            .with("horizon", 256)
            .with("minibatch", 64)
            .with("epochs", 8)
            .with("gamma", 0.9)
            .with("entropy", 0.01)
            .with("learningRate", 2e-3)
            .with("schedule", "linear")
            .build();
    long budget = 40_000;
    Actor actor;
    try (GameContext context =
        GameContext.of(
            copies -> workbench.environments().vector(scenario, Split.ALL, Credit.OWN, copies, 1),
            budget,
            1,
            1)) {
      Learner learner = new Ippo().create(settings, context);
      for (long n = 0; n < budget; ) {
        n += learner.learn().steps();
      }
      actor = learner.actor();
    }
    double cost = 0;
    int episodes = 200;
    try (Environment environment = workbench.environments().create(scenario)) {
      Transition seen = environment.reset(77);
      for (int episode = 0; episode < episodes; episode++) {
        float[] actions = environment.heldActions().clone();
        while (seen.live()) {
          actor.act(environment, seen, actions);
          seen = environment.step(actions);
          cost -= seen.rewards()[0];
        }
        seen = environment.reset();
      }
    }
    return cost / (episodes * STEPS);
  }

  @Test
  void messagesThatAreLearntBeatMessagesThatSayNothing() {
    workbench.install(PluginKind.DEVICE, "speaker", new Speaker());
    workbench.install(PluginKind.DEVICE, "listener", new Listener());
    double silent = learnt(true);
    double talking = learnt(false);
    assertTrue(silent > 0.9, "nobody can guess better than 1 a step: " + silent);
    assertTrue(talking < 0.2, "1/16 is the best, without words 1: " + talking);
  }
}
