package powergrid.testkit.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Self;
import powergrid.api.agent.Target;
import powergrid.api.message.MessageType;
import powergrid.api.message.Payload;
import powergrid.api.plugin.Field;
import powergrid.api.protocol.GlobalState;
import powergrid.api.protocol.HorizontalProtocol;
import powergrid.api.protocol.HorizontalProtocolFactory;
import powergrid.api.space.Axis;

/**
 * Peers that run at the same share of their ranges, and may have one fault; as they should be
 * otherwise.
 */
final class FaultySharing implements HorizontalProtocol {
  private static final int EXCHANGES = 0;
  private static final int SEEN = 1;

  private final ProtocolFault fault;
  private final double share;
  private final int number;
  private final Map<String, Flexibility> looked = new HashMap<>();
  private Self first;
  private int turns;
  private final int[] exchanges = new int[4];
  private double[] kept;

  /** Its configuration. */
  public record Settings(
      @Field(min = 0.1, max = 1, value = "0.5", help = "Share of what is agreed on")
          double share) {}

  /** What a peer means to do and can do; a mark is of no use to anybody. */
  public record Status(
      @Field(unit = "MW") double intendedMw,
      @Field(unit = "MW") double minMw,
      @Field(unit = "MW") double maxMw,
      @Field(min = 0) int exchange,
      @Field(min = 0, max = 1000) double mark)
      implements Payload {
    @Override
    public double mark() {
      return FaultySharingContract.fault == ProtocolFault.LOSES_DIGITS ? Math.rint(mark) : mark;
    }
  }

  /** What is never sent. */
  public record Kilowatts(@Field(unit = "kW") double powerMw) implements Payload {}

  /** No numbers. */
  public record Word(String said) implements Payload {}

  /** Makes protocols with a fault. */
  static final class Factory implements HorizontalProtocolFactory<Settings> {
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
    public HorizontalProtocol create(Settings configuration) {
      return new FaultySharing(fault, configuration.share(), made++);
    }
  }

  private FaultySharing(ProtocolFault fault, double share, int number) {
    if (fault == ProtocolFault.FAILS_WHEN_SMALL && share < 0.2) {
      throw new IllegalStateException("too small");
    }
    this.fault = fault;
    this.share = share;
    this.number = number;
  }

  @Override
  public List<MessageType> messages() {
    MessageType status = MessageType.observed(Status.class);
    return switch (fault) {
      case CALLS_KILOWATTS_MEGAWATTS -> List.of(status, MessageType.hidden(Kilowatts.class));
      case SAYS_A_WORD -> List.of(status, MessageType.hidden(Word.class));
      default -> List.of(status);
    };
  }

  @Override
  public int memory() {
    return 2;
  }

  @Override
  public Set<Target> targets() {
    return fault == ProtocolFault.KEEPS_WHAT_IT_ASKS_FOR_TO_ITSELF
        ? Set.of()
        : Set.of(Target.POWER);
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
  public void coordinateMessages(Self me) {
    double[] memory = me.memory();
    memory[EXCHANGES]++;
    exchanges[me.agent().index()]++;
    if (fault == ProtocolFault.ALLOCATES) {
      kept = new double[] {me.intendedMw()};
    }
    if (fault == ProtocolFault.LOOKS_AT_OTHERS) {
      looked.put(me.agent().id(), me.flexibility());
    }
    stop(me);
    Flexibility can = me.flexibility();
    me.sendToNeighbours(
        new Status(me.intendedMw(), can.minMw(), can.maxMw(), (int) memory[EXCHANGES], mark(me)));
    me.settled();
  }

  private void stop(Self me) {
    switch (fault) {
      case SENDS_WHAT_IT_DOES_NOT_DECLARE -> me.sendToNeighbours(new Kilowatts(1));
      case READS_WHAT_NOBODY_HAS -> me.read("MG2.netMw");
      case USES_ANOTHERS_SELF -> {
        first = first == null ? me : first;
        first.read("netMw");
      }
      default -> {}
    }
  }

  private double mark(Self me) {
    return switch (fault) {
      case IS_ANOTHER_EACH_TIME -> number;
      case HIDES_STATE -> exchanges[me.agent().index()];
      case SAYS_NO_NUMBER -> Double.NaN;
      case LEAVES_ITS_FIELD -> -1;
      case COUNTS_TURNS -> turns++ % 4; // as many as take part
      default -> 0.5;
    };
  }

  @Override
  public void coordinateActions(Self me) {
    double least = me.flexibility().minMw();
    double greatest = me.flexibility().maxMw();
    double intended = me.intendedMw();
    boolean heardAny = false;
    for (int k = 0; k < me.neighbours(); k++) {
      Status heard = me.latest(Status.class, me.neighbour(k));
      if (heard != null) {
        heardAny = true;
        least += heard.minMw();
        greatest += heard.maxMw();
        intended += heard.intendedMw();
        beLate(me, heard);
      }
    }
    if (fault == ProtocolFault.NEEDS_SOMEBODY) {
      me.latest(Status.class, me.neighbour(0));
    }
    if (fault == ProtocolFault.LOOKS_AT_OTHERS && me.neighbours() > 0) {
      me.memory()[SEEN] = looked.get(me.neighbour(0).agent().id()).maxMw();
    }
    double range = greatest - least;
    double level = range > 0 ? (intended - least) / range : 0;
    if (fault == ProtocolFault.DIVIDES_BY_NOTHING) {
      level = (intended - least) / range;
    }
    if (fault == ProtocolFault.FAILS_IN_SILENCE
        && !heardAny
        && me.neighbours() > 0
        && me.memory()[EXCHANGES] > 20) {
      level = Double.NaN;
    }
    ask(me, level, heardAny);
  }

  private void beLate(Self me, Status heard) {
    if (fault == ProtocolFault.FAILS_WHEN_IT_IS_LATE
        && heard.exchange() < me.memory()[EXCHANGES] - 1) {
      throw new IllegalArgumentException("late: " + heard);
    }
  }

  private void ask(Self me, double level, boolean heardAny) {
    Flexibility can = me.flexibility();
    double agreed = can.minMw() + level * (can.maxMw() - can.minMw());
    double asked = share * agreed + (1 - share) * me.intendedMw();
    if (fault == ProtocolFault.ASKS_FOR_MORE_THAN_CAN_BE && heardAny) {
      asked += 5;
    }
    me.requestMw(fault == ProtocolFault.LOSES_A_LITTLE ? 0.999 * asked : asked);
  }

  /** So that the compiler cannot see that what was allocated is needed by nobody. */
  double kept() {
    return kept[0];
  }
}
