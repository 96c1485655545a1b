package powergrid.engine.environment;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Model;
import powergrid.api.environment.Environment;
import powergrid.api.environment.SentMessage;
import powergrid.api.environment.Split;
import powergrid.api.environment.StepView;
import powergrid.api.environment.Transition;
import powergrid.api.planning.Foresight;
import powergrid.api.planning.Planning;
import powergrid.api.powerflow.ControlLoops;
import powergrid.api.random.RandomStream;
import powergrid.api.scenario.ConfigurationBinder;
import powergrid.api.scenario.Scenario;
import powergrid.api.space.Space;
import powergrid.engine.assembly.Assembler;
import powergrid.engine.assembly.Assembly;
import powergrid.engine.catalog.Lease;
import powergrid.engine.catalog.PluginRegistry;
import powergrid.engine.catalog.Provider;
import powergrid.engine.world.AgentFace;
import powergrid.engine.world.World;

/**
 * An environment through its life: assembled at reset, stepped, truncated when a plug-in goes or
 * fails, assembled anew. Between the truncation and the next reset it holds nothing of a plug-in.
 */
public final class WorkbenchEnvironment implements Environment {
  private static final String HORIZON = "horizon";

  private final Scenario scenario;
  private final PluginRegistry registry;
  private final ConfigurationBinder binder;
  private final ControlLoops loops;
  private final Split split;
  private final int copy;
  private Set<Provider> used = Set.of();
  private long generation = -1;
  private Lease lease;
  private World world;
  private Border border = Border.NONE;
  private StepView view;

  /** Null where nobody wants to see messages. */
  private Consumer<SentMessage> observer;

  /** Empty where nobody learns. */
  private List<? extends Model> models = List.of();

  private long seed;
  private int episode = -1;

  /**
   * An environment that nothing is assembled of yet.
   *
   * @param scenario what it simulates
   * @param registry what is installed
   * @param binder binds configurations
   * @param loops put controls around solvers
   * @param split the days that episodes are drawn from
   * @param copy its number among copies, whose draws are their own
   */
  public WorkbenchEnvironment(
      Scenario scenario,
      PluginRegistry registry,
      ConfigurationBinder binder,
      ControlLoops loops,
      Split split,
      int copy) {
    this.scenario = scenario;
    this.registry = registry;
    this.binder = binder;
    this.loops = loops;
    this.split = split;
    this.copy = copy;
  }

  @Override
  public Transition reset(long newSeed) {
    seed = newSeed;
    episode = -1;
    return reset();
  }

  @Override
  public Transition reset() {
    assemble();
    return begin();
  }

  /** Starts the next episode as {@link #reset()} does, with the plug-ins of the one before. */
  Transition next() {
    Provider gone = lease.withdrawn();
    return gone != null ? end(gone.label() + " was withdrawn") : begin();
  }

  private Transition begin() {
    episode++;
    try {
      world.reset(stream());
    } catch (RuntimeException | LinkageError | AssertionError e) {
      return end(blame(e));
    }
    border.begin();
    return border;
  }

  /** Assembles anew if anything was installed, changed or removed since. */
  private void assemble() {
    long now = registry.generation();
    if (world != null && now == generation && lease.withdrawn() == null) {
      return;
    }
    if (border.live()) {
      border.truncate("reset");
    }
    drop();
    Assembly assembly = Assembler.assemble(scenario, split, registry, binder, loops);
    generation = now;
    used = assembly.used();
    lease = registry.lease(used);
    world = assembly.world();
    world.trace(observer);
    teach();
    border = new Border(world.outside());
    view = world.record();
  }

  private RandomStream stream() {
    return new RandomStream(seed).split("copy " + copy).split("episode " + episode);
  }

  @Override
  public Transition step(float[] actions) {
    if (!border.live()) {
      throw new IllegalStateException(
          episode < 0
              ? "step before the first reset"
              : "step after the episode ended (" + border.reason() + "); reset first");
    }
    Provider gone = lease.withdrawn();
    if (gone != null) {
      return end(gone.label() + " was withdrawn");
    }
    world.outside().check(actions);
    String end;
    try {
      end = world.step(actions);
    } catch (RuntimeException | LinkageError | AssertionError e) {
      gone = lease.withdrawn();
      return end(gone != null ? gone.label() + " was withdrawn" : blame(e));
    }
    if (!end.isEmpty()) {
      border.terminate(end);
    } else if (world.atHorizon()) {
      border.truncate(HORIZON);
    }
    return border;
  }

  private String blame(Throwable e) {
    return world.running() + " failed: " + e;
  }

  /** Cuts the episode off: what the unfinished step did is discarded, plug-ins are let go. */
  private Transition end(String reason) {
    world.record().clear();
    border.truncate(reason);
    drop();
    return border;
  }

  private void drop() {
    if (lease != null) {
      lease.close();
      lease = null;
    }
    if (world != null) {
      world.record().release();
    }
    world = null;
    used = Set.of();
  }

  @Override
  public void close() {
    if (border.live()) {
      border.truncate("closed");
    }
    drop();
  }

  @Override
  public List<? extends Agent> agents() {
    return border.agents();
  }

  @Override
  public List<AgentFace> possibleAgents() {
    return border.possible();
  }

  @Override
  public List<AgentFace> liveAgents() {
    return border.live() ? border.possible() : List.of();
  }

  @Override
  public int actionOffset(int possible) {
    return border.actionOffset(possible);
  }

  @Override
  public int observationOffset(int possible) {
    return border.observationOffset(possible);
  }

  @Override
  public int maskOffset(int possible) {
    return border.maskOffset(possible);
  }

  @Override
  public float[] heldActions() {
    return assembled().outside().held();
  }

  @Override
  public Space stateSpace() {
    return world == null ? Space.EMPTY : world.centralState().space();
  }

  @Override
  public void state(float[] into, int offset) {
    assembled().centralState().write(into, offset);
  }

  private World assembled() {
    if (world == null) {
      throw new IllegalStateException("no episode is running; reset first");
    }
    return world;
  }

  /** Lets agents tell others what they learn. */
  void models(List<? extends Model> those) {
    if (those.size() != border.possible().size()) {
      throw new IllegalArgumentException(
          those.size() + " models; there are " + border.possible().size() + " agents that learn");
    }
    models = List.copyOf(those);
    teach();
  }

  private void teach() {
    if (world != null && !models.isEmpty()) {
      world.outside().models(models);
    }
  }

  /** The protocol that wants models; empty where none does, or they are there. */
  String missesModels() {
    return models.isEmpty() ? assembled().exchangesModels() : "";
  }

  /** Which state of the registry it is assembled from. */
  long generation() {
    return generation;
  }

  /** Refuses what is no action, before anything has happened. */
  void check(float[] actions) {
    assembled().outside().check(actions);
  }

  @Override
  public StepView view() {
    if (view == null) {
      throw new IllegalStateException("nothing has happened before the first reset");
    }
    return view;
  }

  @Override
  public Planning planning(Foresight foresight, int... steps) {
    if (world == null || !border.live()) {
      throw new IllegalStateException("no episode is running; reset first");
    }
    return world.planning(foresight, steps);
  }

  @Override
  public void trace(Consumer<SentMessage> by) {
    observer = by;
    if (world != null) {
      world.trace(by);
    }
  }

  @Override
  public byte[] snapshot() {
    return Snapshot.take(assembled(), border, fingerprint(), seed, episode);
  }

  @Override
  public Transition restore(byte[] snapshot) {
    if (world == null) {
      assemble();
    }
    Snapshot saved = Snapshot.open(snapshot, fingerprint());
    seed = saved.seed();
    episode = saved.episode();
    try {
      saved.restore(world, stream());
    } catch (RuntimeException | LinkageError | AssertionError e) {
      return end(blame(e));
    }
    border.resume(saved.reason(), saved.byItself());
    return border;
  }

  /** Remembers the present moment. */
  void mark(Mark mark) {
    mark.take(assembled());
  }

  /** Goes back to a moment of this episode that was marked, from one that no plug-in cut short. */
  void rewind(Mark mark) {
    mark.rewind(assembled());
    border.resume("", false);
  }

  private byte[] fingerprint() {
    return Fingerprint.of(scenario, split, used);
  }
}
