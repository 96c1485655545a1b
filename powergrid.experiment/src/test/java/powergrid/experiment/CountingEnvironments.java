package powergrid.experiment;

import java.lang.reflect.Proxy;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Level;
import powergrid.api.environment.Contract;
import powergrid.api.environment.Credit;
import powergrid.api.environment.Environment;
import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.environment.SentMessage;
import powergrid.api.environment.Split;
import powergrid.api.environment.StepView;
import powergrid.api.environment.Transition;
import powergrid.api.environment.VectorEnvironment;
import powergrid.api.experiment.Clairvoyance;
import powergrid.api.experiment.Clairvoyant;
import powergrid.api.learning.Actor;
import powergrid.api.learning.Learner;
import powergrid.api.learning.LearnerContext;
import powergrid.api.learning.Tensors;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;
import powergrid.api.planning.Foresight;
import powergrid.api.planning.Planning;
import powergrid.api.plugin.InstalledPlugin;
import powergrid.api.plugin.PluginKind;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.Setting;
import powergrid.api.space.Space;

/**
 * Environments whose cost in every step is the seed, plus 100 for every episode after the first,
 * plus what an actor does, times the scenario's value of lost load; what it does is the reward too.
 * The metric {@code cost} adds it up; {@code steps} counts.
 */
final class CountingEnvironments implements EnvironmentFactory {
  static final InstalledPlugin STORAGE =
      new InstalledPlugin(
          PluginKind.DEVICE, "storage", "help", "my.bundle", "1.2.3", "file:x", "ab12", "");

  final List<Mistake> mistakes = new ArrayList<>();
  final AtomicInteger open = new AtomicInteger();

  /** Ends an episode of this seed, at its second step, as a plug-in does that goes away. */
  long withdrawnAtSeed = -1;

  /** Made between the agents {@code A} and {@code B} in every second step. */
  List<Contract> contracts = List.of();

  /** The iteration in which learners break. */
  int brokenAt = Integer.MAX_VALUE;

  /** What plain costs cannot be below. */
  double boundUsd = 1;

  /** Whether the bound says anything about steps. */
  boolean covered = true;

  /** What is looked at, in that order. */
  final List<String> looked = new CopyOnWriteArrayList<>();

  /** Bounds of 1 and 2 USD, and schedules that cost 3 and 4. */
  final Clairvoyant clairvoyant =
      new Clairvoyant() {
        @Override
        public Optional<Clairvoyance> episode(
            Scenario scenario,
            long seed,
            int episode,
            Split split,
            Counting counting,
            BooleanSupplier stop) {
          looked.add(seed + " " + episode + " " + counting);
          if (stop.getAsBoolean()) {
            return Optional.empty();
          }
          return Optional.of(
              counting == Counting.PLAIN
                  ? new Clairvoyance(boundUsd, boundUsd, 3, true, Map.of(), List.of(3.0))
                  : new Clairvoyance(2, 2, 4, true, Map.of(), List.of(4.0, 3.5)));
        }

        @Override
        public boolean covers(StepView step) {
          return covered;
        }

        @Override
        public double leastVoltagePu() {
          return 0.9;
        }

        @Override
        public double greatestVoltagePu() {
          return 1.1;
        }
      };

  /** Throws at the reset of this seed. */
  long throwingSeed = -1;

  /** Runs experiments in these environments. */
  ParallelExperimentRunner runner(int threads) {
    Workbench workbench = new Workbench("0.1.0", "c0ffee", "powergrid run x");
    return new ParallelExperimentRunner(
        this, ScenarioFixture.READER, new NoDrawing(), clairvoyant, workbench, threads);
  }

  @Override
  public Environment create(Scenario scenario) {
    open.incrementAndGet();
    return new CountingEnvironment(scenario);
  }

  @Override
  public Environment create(Scenario scenario, Split split) {
    return create(scenario);
  }

  @Override
  public VectorEnvironment vector(
      Scenario scenario, Split split, Credit credit, int copies, int threads) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Learner learner(Scenario scenario, LearnerContext context) {
    return new CountingLearner(context.random(), brokenAt);
  }

  @Override
  public Actor actor(String learner, Tensors policy, Environment environment) {
    if (!learner.equals("counting")) {
      throw new IllegalArgumentException("no learner is called '" + learner + "'");
    }
    return CountingLearner.actor(policy);
  }

  @Override
  public List<Mistake> check(Scenario scenario) {
    return List.copyOf(mistakes);
  }

  @Override
  public Setting.Mapping complete(Scenario scenario) {
    return scenario.root();
  }

  @Override
  public List<InstalledPlugin> uses(Scenario scenario) {
    return List.of(STORAGE);
  }

  @Override
  public List<Metric> metrics(Scenario scenario) {
    return scenario.experiment().metrics().stream()
        .<Metric>map(setting -> new Sum(setting.type().equals("cost")))
        .toList();
  }

  private static final class Sum implements Metric {
    private final boolean cost;
    private double sum;

    Sum(boolean cost) {
      this.cost = cost;
    }

    @Override
    public String unit() {
      return cost ? "USD" : "";
    }

    @Override
    public Better better() {
      return cost ? Better.LOWER : Better.NEITHER;
    }

    @Override
    public void reset(StepView start) {
      sum = 0;
    }

    @Override
    public void step(StepView step) {
      sum += cost ? step.cost(0) : 1;
    }

    @Override
    public double value() {
      return sum;
    }
  }

  private final class CountingEnvironment implements Environment {
    private final Scenario scenario;
    private final StepView view;
    private final float[] held = new float[1];
    private final float[] reward = new float[1];
    private long seed;
    private int episode;
    private int step;

    CountingEnvironment(Scenario scenario) {
      this.scenario = scenario;
      this.view =
          fake(
              StepView.class,
              method ->
                  switch (method) {
                    case "step" -> step;
                    case "hours" -> 0.25;
                    case "contracts" -> step % 2 == 0 ? contracts : List.of();
                    case "agents" -> List.of(agent("A"), agent("B"));
                    case "feeders" -> List.of();
                    case "series" -> Double.NaN;
                    case "messages", "bytes", "messagesLost" -> 0L;
                    case "start" -> LocalDateTime.of(2023, 7, 1 + episode, 0, 0);
                    case "cost" ->
                        (seed + 100.0 * episode + reward[0]) * scenario.valueOfLostLoad();
                    default -> throw new UnsupportedOperationException(method);
                  });
    }

    @Override
    public Transition reset(long runSeed) {
      if (runSeed == throwingSeed) {
        throw new IllegalStateException("battery on fire");
      }
      seed = runSeed;
      episode = -1;
      return reset();
    }

    @Override
    public Transition reset() {
      episode++;
      step = 0;
      reward[0] = 0;
      return transition("");
    }

    @Override
    public float[] heldActions() {
      return held;
    }

    @Override
    public Transition step(float[] actions) {
      if (actions != held && scenario.learn().isEmpty()) {
        throw new AssertionError("agents without a policy are to hold");
      }
      reward[0] = actions[0];
      step++;
      if (seed == withdrawnAtSeed && step == 2) {
        return transition("plug-in device/storage was removed");
      }
      return transition(step == scenario.clock().steps() ? "horizon" : "");
    }

    private Transition transition(String reason) {
      Map<String, Object> answers =
          Map.of("live", reason.isEmpty(), "reason", reason, "rewards", reward);
      return fake(Transition.class, answers::get);
    }

    @Override
    public Space stateSpace() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void state(float[] into, int offset) {
      throw new UnsupportedOperationException();
    }

    @Override
    public StepView view() {
      return view;
    }

    @Override
    public Planning planning(Foresight foresight, int... steps) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void trace(Consumer<SentMessage> observer) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
      open.decrementAndGet();
    }

    @Override
    public List<? extends Agent> agents() {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<? extends Agent> possibleAgents() {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<? extends Agent> liveAgents() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int actionOffset(int possible) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int observationOffset(int possible) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int maskOffset(int possible) {
      throw new UnsupportedOperationException();
    }

    @Override
    public byte[] snapshot() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Transition restore(byte[] snapshot) {
      throw new UnsupportedOperationException();
    }
  }

  private static Agent agent(String id) {
    return fake(Agent.class, Map.of("id", id, "level", Level.GRID)::get);
  }

  private interface Answers {
    Object of(String method);
  }

  private static <T> T fake(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.of(method.getName())));
  }
}
