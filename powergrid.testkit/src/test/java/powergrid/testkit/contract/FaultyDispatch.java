package powergrid.testkit.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Self;
import powergrid.api.agent.Target;
import powergrid.api.message.MessageType;
import powergrid.api.message.Payload;
import powergrid.api.plugin.Field;
import powergrid.api.protocol.GlobalState;
import powergrid.api.protocol.Report;
import powergrid.api.protocol.VerticalProtocol;
import powergrid.api.protocol.VerticalProtocolFactory;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/**
 * A parent that has all its children run at the same share of their ranges, and may have one fault;
 * as it should be otherwise.
 */
final class FaultyDispatch implements VerticalProtocol {
  private static final int STEPS = 0;
  private static final int SEEN = 1;
  private static final List<MessageType> REPORTS =
      List.of(MessageType.observed(Report.class), MessageType.hidden(Mark.class));

  private final ProtocolFault fault;
  private final int number;
  private final double mostMw;
  private final Map<String, Flexibility> looked = new HashMap<>();
  private Self first;
  private int turns;
  private int steps;
  private double[] kept;

  /** Its configuration. */
  public record Settings(
      @Field(unit = "MW", min = 0.1, max = 10, value = "3", help = "Greatest power")
          double mostMw) {}

  /** A share of the range; a mark is of no use to anybody. */
  public record Level(
      @Field double level, @Field(min = 0) int step, @Field(min = 0, max = 1000) double mark)
      implements Payload {
    @Override
    public double mark() {
      return FaultyDispatchContract.fault == ProtocolFault.LOSES_DIGITS ? Math.rint(mark) : mark;
    }
  }

  /** What a child is marked by, of no use to anybody. */
  public record Mark(@Field double mark) implements Payload {}

  /** What is never sent. */
  public record Kilowatts(@Field(unit = "kW") double powerMw) implements Payload {}

  /** No numbers. */
  public record Word(String said) implements Payload {}

  /** Makes protocols with a fault. */
  static final class Factory implements VerticalProtocolFactory<Settings> {
    private final ProtocolFault fault;
    private int made;

    Factory(ProtocolFault fault) {
      this.fault = fault;
    }

    @Override
    public Class<Settings> configType() {
      return Settings.class;
    }

    @Override
    public VerticalProtocol create(Settings configuration) {
      return new FaultyDispatch(fault, configuration.mostMw(), made++);
    }
  }

  private FaultyDispatch(ProtocolFault fault, double mostMw, int number) {
    if (fault == ProtocolFault.FAILS_WHEN_SMALL && mostMw < 1) {
      throw new IllegalStateException("too small");
    }
    this.fault = fault;
    this.mostMw = mostMw;
    this.number = number;
  }

  @Override
  public List<MessageType> messages() {
    MessageType level = MessageType.observed(Level.class);
    return switch (fault) {
      case CALLS_KILOWATTS_MEGAWATTS -> List.of(level, MessageType.hidden(Kilowatts.class));
      case SAYS_A_WORD -> List.of(level, MessageType.hidden(Word.class));
      default -> List.of(level);
    };
  }

  @Override
  public List<MessageType> reports() {
    return REPORTS;
  }

  @Override
  public int memory() {
    return 2;
  }

  @Override
  public Set<Target> realises() {
    return Set.of(Target.POWER);
  }

  @Override
  public Space parentActionSpace(Agent parent) {
    return Space.of(Axis.real("p", "MW", -mostMw, mostMw));
  }

  @Override
  public double initialAction(Agent parent, int axis) {
    return fault == ProtocolFault.STARTS_ANYWHERE ? mostMw + 1 : 0;
  }

  @Override
  public List<Axis> globals() {
    return List.of(Axis.real("members", "", 0, 10));
  }

  @Override
  public void syncGlobalState(GlobalState state) {
    boolean much = fault == ProtocolFault.PUBLISHES_TOO_MUCH;
    state.publish("members", much ? 11 : state.members().size());
  }

  @Override
  public void report(Self child) {
    if (fault == ProtocolFault.LOOKS_AT_OTHERS) {
      looked.put(child.agent().id(), child.flexibility());
    }
    stop(child);
    child.send(child.parent(), Report.of(child.flexibility()));
    if (fault == ProtocolFault.COUNTS_TURNS) {
      child.send(child.parent(), new Mark(turns++ % 5)); // as many as take part
    }
  }

  private void stop(Self child) {
    switch (fault) {
      case SENDS_WHAT_IT_DOES_NOT_DECLARE -> child.send(child.parent(), new Level(0, 0, 0));
      case READS_WHAT_NOBODY_HAS -> child.read("parent.netMw");
      case USES_ANOTHERS_SELF -> {
        first = first == null ? child : first;
        first.read("pMw");
      }
      default -> {}
    }
  }

  @Override
  public void coordinateMessages(Self parent) {
    steps++;
    double[] memory = parent.memory();
    memory[STEPS]++;
    if (fault == ProtocolFault.ALLOCATES) {
      kept = new double[] {parent.intendedMw()};
    }
    if (fault == ProtocolFault.NEEDS_SOMEBODY) {
      parent.latest(Report.class, parent.child(0));
    }
    Flexibility can = parent.flexibility();
    double range = can.maxMw() - can.minMw();
    boolean ignores = fault == ProtocolFault.IGNORES_WHAT_IS_ASKED;
    double meant = ignores ? parent.action(0) : parent.intendedMw();
    double level = range > 0 ? (meant - can.minMw()) / range : 0;
    if (fault == ProtocolFault.DIVIDES_BY_NOTHING && range == 0 && parent.children() > 0) {
      level = heard(parent) ? 0 / range : level;
    }
    parent.sendToChildren(new Level(Math.max(0, Math.min(1, level)), (int) memory[STEPS], mark()));
  }

  private static boolean heard(Self parent) {
    return parent.latest(Report.class, parent.child(0)) != null;
  }

  private double mark() {
    return switch (fault) {
      case IS_ANOTHER_EACH_TIME -> number;
      case HIDES_STATE -> steps;
      case SAYS_NO_NUMBER -> Double.NaN;
      case LEAVES_ITS_FIELD -> -1;
      default -> 0.5;
    };
  }

  @Override
  public void coordinateActions(Self child) {
    double[] memory = child.memory();
    memory[STEPS]++;
    if (fault == ProtocolFault.LOOKS_AT_OTHERS) {
      memory[SEEN] = looked.get("MG1.ess1").maxMw();
    }
    Level heard = child.latest(Level.class, child.parent());
    if (heard == null) {
      if (fault == ProtocolFault.FAILS_IN_SILENCE && memory[STEPS] > 20) {
        child.requestMw(Double.NaN);
      }
      return;
    }
    if (fault == ProtocolFault.FAILS_WHEN_IT_IS_LATE && heard.step() < memory[STEPS] - 1) {
      throw new IllegalArgumentException("late: " + heard);
    }
    Flexibility can = child.flexibility();
    double asked = can.minMw() + heard.level() * (can.maxMw() - can.minMw());
    if (fault == ProtocolFault.ASKS_FOR_MORE_THAN_CAN_BE) {
      asked += 5;
    }
    child.requestMw(fault == ProtocolFault.LOSES_A_LITTLE ? 0.999 * asked : asked);
  }

  @Override
  public double intendedMw(Self parent) {
    return fault == ProtocolFault.MEANS_INFINITELY_MUCH
        ? Double.POSITIVE_INFINITY
        : parent.action(0);
  }

  /** So that the compiler cannot see that what was allocated is needed by nobody. */
  double kept() {
    return kept[0];
  }
}
