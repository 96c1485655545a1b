package powergrid.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Target;
import powergrid.api.message.MessageType;
import powergrid.api.protocol.VerticalProtocol;
import powergrid.api.protocol.VerticalProtocolFactory;
import powergrid.api.space.Axis;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.FakeSelf;
import powergrid.testkit.ProtocolHarness;

/**
 * What every vertical protocol must keep to, as tests for one to inherit, as those of a {@link
 * HorizontalProtocolContract}.
 *
 * @param <C> the protocol's configuration
 */
public abstract class VerticalProtocolContract<C extends Record>
    extends ProtocolContract<C, VerticalProtocol> {
  private static final double TOLERANCE = 1e-9;
  private static final int FEW = 20;

  /** For subclasses. */
  protected VerticalProtocolContract() {}

  /**
   * The factory of the protocol.
   *
   * @return a new one
   */
  protected abstract VerticalProtocolFactory<C> factory();

  /**
   * A parent and its children.
   *
   * @return unless overridden, a grid agent with a meter, which cannot be dispatched, a battery, a
   *     generator, a solar plant and a charger
   */
  protected FakeAgent parent() {
    FakeAgent parent = FakeAgent.grid("MG1");
    parent.device("grid");
    parent.device("ess1", Axis.real("p", "MW", -0.5, 0.5));
    parent.device("gen1", Axis.real("q", "MVAr", -0.3, 0.3), Axis.real("p", "MW", 0, 0.66));
    parent.device("pv1", Axis.real("pLimit", "MW", 0, 0.8)).resting(0.8);
    parent.device("ev1", Axis.real("consumption", "MW", 0, 0.4)).resting(0.4);
    return parent;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Of a child, also within the bounds of what can be asked of it at any time.
   */
  @Override
  protected boolean mayAskFor(ProtocolHarness group, int i, double pMw) {
    Flexibility can = group.participant(i).flexibility();
    Axis bounds = group.participant(i).agent().dispatch();
    double least = bounds == null ? 0 : bounds.low();
    double greatest = bounds == null ? 0 : bounds.high();
    return pMw >= Math.min(0, Math.min(least, can.minMw())) - TOLERANCE
        && pMw <= Math.max(0, Math.max(greatest, can.maxMw())) + TOLERANCE;
  }

  @Override
  final Function<C, VerticalProtocol> maker() {
    VerticalProtocolFactory<C> factory = factory();
    return factory::create;
  }

  @Override
  final Class<C> configType() {
    return factory().configType();
  }

  @Override
  final ProtocolHarness usual(VerticalProtocol protocol) {
    return ProtocolHarness.family(protocol, parent());
  }

  @Override
  final ProtocolHarness sparse(VerticalProtocol protocol) {
    return usual(protocol);
  }

  @Override
  final ProtocolHarness alone(VerticalProtocol protocol) {
    return ProtocolHarness.family(protocol, FakeAgent.grid("MG1"));
  }

  @Override
  final List<MessageType> declared(VerticalProtocol protocol) {
    List<MessageType> declared = new ArrayList<>(protocol.messages());
    declared.addAll(protocol.reports());
    return declared;
  }

  @Override
  final void checkTargets(VerticalProtocol protocol, ProtocolHarness group) {
    double intended = group.intendedMw(0);
    if (Double.isInfinite(intended)) {
      throw new AssertionError(
          String.format(
              "%s: the parent means %s MW. Rule: intendedMw is finite, or NaN for none.",
              group.where(), intended));
    }
  }

  /** By the children that can be dispatched, of what they can do at most. */
  @Override
  final double missingMw(ProtocolHarness group) {
    FakeSelf parent = group.parent();
    double asked = 0;
    double least = 0;
    double greatest = 0;
    for (int k = 0; k + 1 < group.participants(); k++) {
      FakeSelf child = group.child(k);
      if (child.agent().dispatch() != null) {
        double told = Double.isNaN(child.requestedMw()) ? child.intendedMw() : child.requestedMw();
        double lowest = child.flexibility().minMw();
        double highest = child.flexibility().maxMw();
        asked += Math.max(lowest, Math.min(highest, told)); // a child does what it can of it
        least += lowest;
        greatest += highest;
      }
    }
    double meant = group.intendedMw(0);
    if (!parent.proposed() || Double.isNaN(meant)) {
      return Double.NaN;
    }
    double possible = Math.max(least, Math.min(greatest, meant));
    return Math.abs(asked - meant) < Math.abs(asked - possible) ? asked - meant : asked - possible;
  }

  /** The parent's action. */
  @Test
  public final void startsWithinItsActionSpace() {
    VerticalProtocol protocol = maker().apply(configuration());
    FakeAgent parent = parent();
    for (int i = 0; i < protocol.parentActionSpace(parent).size(); i++) {
      Axis axis = protocol.parentActionSpace(parent).axis(i);
      double start = protocol.initialAction(parent, i);
      if (!(start >= axis.low() && start <= axis.high())) {
        throw new AssertionError(
            String.format(
                "the action %s starts at %s. Rule: the initial action lies within the bounds of its"
                    + " axis, %s to %s.",
                axis.name(), start, axis.low(), axis.high()));
      }
    }
  }

  /** What is asked of the parent. */
  @Test
  public final void turnsWhatItRealisesIntoWhatItSays() {
    for (Target target : maker().apply(configuration()).realises()) {
      if (said(target, 0.25).equals(said(target, 0.75))) {
        throw new AssertionError(
            String.format(
                "whatever %s is asked of the parent, it says the same, and children do the same."
                    + " Rule: what is asked of a parent, of what is in realises(), reaches its"
                    + " children.",
                target));
      }
    }
  }

  /**
   * All that is said, and asked for by children, where a share of a range is asked of the parent.
   */
  private List<Object> said(Target target, double share) {
    Episode episode = following(15);
    List<Object> said = new ArrayList<>();
    episode.group.wire(
        (round, from, to, payload) -> {
          said.add(payload);
          return payload;
        });
    for (int t = 0; t < FEW; t++) {
      episode.begin();
      FakeSelf parent = episode.group.parent();
      parent.request(target, Situations.within(parent, target, share));
      episode.end();
      for (int k = 0; k + 1 < episode.group.participants(); k++) {
        said.add(episode.group.child(k).requestedMw());
      }
    }
    return said;
  }
}
