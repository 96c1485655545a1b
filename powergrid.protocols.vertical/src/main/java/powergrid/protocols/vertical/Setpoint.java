package powergrid.protocols.vertical;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Self;
import powergrid.api.agent.Target;
import powergrid.api.message.MessageType;
import powergrid.api.message.Payload;
import powergrid.api.plugin.Field;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.api.protocol.Report;
import powergrid.api.protocol.VerticalProtocol;
import powergrid.api.protocol.VerticalProtocolFactory;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/**
 * Central set points: the parent's action is a power in MW for every child that can be dispatched,
 * in the children's order, each axis named after its child and bounded as the child's own is;
 * injected power, so a consumer's is negative.
 *
 * <p>In a step every such child reports its {@link Report flexibility} and, once it has had a set
 * point, the {@link Remainder} of the last one. The parent then sends each its {@link Directive},
 * if it has chosen any in this step; otherwise children hold what they do. A child that decides for
 * itself takes its set point as information, or, where set points are {@code binding}, as a bound:
 * it may inject or take as much, or less, or nothing.
 *
 * <p>Where peers ask the parent for another power than its set points come to, they are moved
 * towards it in proportion to what each child can still do that way.
 *
 * @param binding whether a set point bounds what a child does that decides for itself
 */
public record Setpoint(
    @Field(
            value = "false",
            help = "Whether a set point bounds what a child does that decides for itself")
        boolean binding)
    implements VerticalProtocol {
  /** What a child remembers: whether it had a set point, and which. */
  private static final int TOLD = 0;

  private static final int TARGET = 1;

  private static final List<MessageType> MESSAGES = List.of(MessageType.observed(Directive.class));

  private static final List<MessageType> REPORTS =
      List.of(MessageType.observed(Report.class), MessageType.observed(Remainder.class));

  /**
   * A set point, from parent to child.
   *
   * @param pMw power to inject
   */
  public record Directive(@Field(unit = "MW") double pMw) implements Payload {}

  /**
   * What a child could not do of its last set point, or did not where that only bounds it, from
   * child to parent.
   *
   * @param pMw power asked for minus power realised
   */
  public record Remainder(@Field(unit = "MW") double pMw) implements Payload {}

  @Override
  public List<MessageType> messages() {
    return MESSAGES;
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
  public Space parentActionSpace(Agent parent) {
    List<Axis> axes = new ArrayList<>();
    for (Agent child : parent.children()) {
      if (child.dispatch() != null) {
        axes.add(power(child, localName(parent, child)));
      }
    }
    return Space.of(axes);
  }

  private static Axis power(Agent child, String name) {
    return Axis.real(name, "MW", child.dispatch().low(), child.dispatch().high());
  }

  /** A child's name among its siblings. */
  private static String localName(Agent parent, Agent child) {
    String prefix = parent.id() + ".";
    return child.id().startsWith(prefix) ? child.id().substring(prefix.length()) : child.id();
  }

  @Override
  public double initialAction(Agent parent, int axis) {
    int next = 0;
    for (Agent child : parent.children()) {
      if (child.dispatch() != null && next++ == axis) {
        return child.restingMw();
      }
    }
    throw new IndexOutOfBoundsException(axis);
  }

  @Override
  public void report(Self child) {
    if (child.agent().dispatch() == null) {
      return;
    }
    child.send(child.parent(), Report.of(child.flexibility()));
    double[] memory = child.memory();
    if (memory[TOLD] != 0) {
      child.send(child.parent(), new Remainder(memory[TARGET] - child.read("dispatchedMw")));
    }
  }

  @Override
  public void coordinateMessages(Self parent) {
    if (!parent.proposed()) {
      return;
    }
    boolean asked = !Double.isNaN(parent.requestedMw());
    double shift = asked ? shiftMw(parent) : 0;
    double share = asked ? Math.min(1, shift / roomMw(parent, shift)) : 0;
    int axis = 0;
    for (int k = 0; k < parent.children(); k++) {
      if (parent.child(k).agent().dispatch() != null) {
        double own = parent.action(axis++);
        parent.send(
            parent.child(k), new Directive(asked ? shifted(parent, k, own, shift, share) : own));
      }
    }
  }

  /**
   * What is asked of the parent beyond its set points, as far as children reported them possible.
   */
  private static double shiftMw(Self parent) {
    return parent.requestedMw() - meantMw(parent);
  }

  /** What set points come to, each as far as its child reported it possible. */
  private static double meantMw(Self parent) {
    double total = 0;
    int axis = 0;
    for (int k = 0; k < parent.children(); k++) {
      if (parent.child(k).agent().dispatch() != null) {
        total += within(parent, k, parent.action(axis++));
      }
    }
    return total;
  }

  /** How far all children together can go the way of a shift; of its sign and never 0. */
  private static double roomMw(Self parent, double shift) {
    double room = Math.copySign(Double.MIN_NORMAL, shift);
    int axis = 0;
    for (int k = 0; k < parent.children(); k++) {
      if (parent.child(k).agent().dispatch() != null) {
        room += roomMw(parent, k, parent.action(axis++), shift);
      }
    }
    return room;
  }

  /** From a child's set point to the end of its range that lies the way of a shift. */
  private static double roomMw(Self parent, int k, double own, double shift) {
    Report report = parent.latest(Report.class, parent.child(k));
    return report == null
        ? 0
        : (shift > 0 ? report.maxMw() : report.minMw()) - within(parent, k, own);
  }

  private static double shifted(Self parent, int k, double own, double shift, double share) {
    return within(parent, k, own) + share * roomMw(parent, k, own, shift);
  }

  private static double within(Self parent, int k, double own) {
    Report report = parent.latest(Report.class, parent.child(k));
    return report == null ? own : Math.max(report.minMw(), Math.min(report.maxMw(), own));
  }

  @Override
  public Set<Target> realises() {
    return Set.of(Target.POWER);
  }

  @Override
  public void coordinateActions(Self child) {
    Directive target = child.latest(Directive.class, child.parent());
    boolean free = child.proposed();
    if (target == null || (free && !binding)) {
      return;
    }
    double[] memory = child.memory();
    memory[TOLD] = 1;
    memory[TARGET] = target.pMw();
    double own = free ? child.intendedMw() : Double.NaN;
    double within = bounded(own, target.pMw());
    if (within != own) {
      child.requestMw(within);
    }
  }

  /** What a child means to do, between nothing and its set point; that where it means no power. */
  private static double bounded(double own, double target) {
    return Double.isNaN(own)
        ? target
        : Math.max(Math.min(0, target), Math.min(Math.max(0, target), own));
  }

  /** What cannot be done of a set point is not meant: who sells it would sell what is not there. */
  @Override
  public double intendedMw(Self parent) {
    return meantMw(parent);
  }

  /**
   * The price that set points stand for is what injecting a little more would cost: children that
   * can move up do so in proportion to their room, so it is the mean of their marginal costs by
   * that. Of one that consumes and can come to inject, it is no less than what it sells at, since a
   * part of the way up is sold at that.
   */
  @Override
  public double intended(Self parent, Target target) {
    if (target != Target.PRICE) {
      return Double.NaN;
    }
    double room = 0;
    double cost = 0;
    int axis = 0;
    for (int k = 0; k < parent.children(); k++) {
      if (parent.child(k).agent().dispatch() != null) {
        double own = parent.action(axis++);
        Report report = parent.latest(Report.class, parent.child(k));
        double up = roomMw(parent, k, own, 1);
        if (up > 0) {
          double present = report.marginal(within(parent, k, own), true);
          room += up;
          cost += up * (report.maxMw() > 0 ? Math.max(present, report.sell()) : present);
        }
      }
    }
    return room > 0 ? cost / room : Double.NaN;
  }

  /** Makes it. */
  @Component(service = VerticalProtocolFactory.class)
  @PluginType("setpoint")
  @PluginHelp("the parent decides a power for every child")
  public static final class Factory implements VerticalProtocolFactory<Setpoint> {
    @Override
    public Class<Setpoint> configType() {
      return Setpoint.class;
    }

    @Override
    public VerticalProtocol create(Setpoint configuration) {
      return configuration;
    }
  }
}
