package powergrid.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Self;
import powergrid.api.agent.Target;
import powergrid.api.message.MessageType;
import powergrid.api.protocol.VerticalProtocol;

/** A parent and its children: what one says the other hears at once. */
final class FamilyHarness extends ProtocolHarness {
  private static final int PARENT = 0;

  private final VerticalProtocol protocol;
  private final Consumer<Self> reports;
  private final Consumer<Self> gathers;
  private final Consumer<Self> speaks;
  private final Consumer<Self> acts;

  FamilyHarness(VerticalProtocol protocol, FakeAgent parent) {
    super(protocol, declared(protocol), 1, 0, members(protocol, parent));
    this.protocol = protocol;
    reports = protocol::report;
    gathers = protocol::gather;
    speaks = protocol::coordinateMessages;
    acts = protocol::coordinateActions;
    List<FakeAgent> children = children(parent);
    participate(
        PARENT,
        new Turn.Role(null, null, children, List.of()),
        protocol.messages(),
        protocol.reports());
    parent().realising(protocol.realises().toArray(Target[]::new));
    for (int axis = 0; axis < parent.actionSpace().size(); axis++) {
      parent().held(axis, protocol.initialAction(parent, axis));
    }
    for (int k = 0; k < children.size(); k++) {
      participate(
          k + 1,
          new Turn.Role(null, parent, List.of(), List.of()),
          protocol.reports(),
          protocol.messages());
      if (children.get(k).dispatch() == null) {
        child(k).realising();
      }
    }
  }

  private static List<MessageType> declared(VerticalProtocol protocol) {
    List<MessageType> declared = new ArrayList<>(protocol.messages());
    declared.addAll(protocol.reports());
    return declared;
  }

  private static List<FakeAgent> members(VerticalProtocol protocol, FakeAgent parent) {
    parent.actionSpace(protocol.parentActionSpace(parent));
    List<FakeAgent> members = new ArrayList<>(List.of(parent));
    members.addAll(children(parent));
    return members;
  }

  private static List<FakeAgent> children(FakeAgent parent) {
    List<FakeAgent> children = new ArrayList<>();
    for (Agent child : parent.children()) {
      children.add((FakeAgent) child);
    }
    return children;
  }

  @Override
  void report() {
    courier.tick();
    courier.deliver();
    eachChild("report", reports);
    courier.deliver();
    turn("gather", PARENT, 0, gathers);
  }

  @Override
  boolean speak() {
    turn("coordinateMessages", PARENT, 0, speaks);
    return true;
  }

  @Override
  void arrive() {
    courier.deliver();
  }

  @Override
  void actAll() {
    eachChild("coordinateActions", acts);
  }

  private void eachChild(String what, Consumer<Self> code) {
    for (int k = 0; k < participants(); k++) {
      if (ordered(k) != PARENT) {
        turn(what, ordered(k), 0, code);
      }
    }
  }

  /** What is asked of a parent, else what the protocol makes of its action. */
  @Override
  public double intended(int i, Target target) {
    if (i != PARENT) {
      return super.intended(i, target);
    }
    double asked = parent().requested(target);
    if (!Double.isNaN(asked)) {
      return asked;
    }
    if (view(PARENT).isOpen()) {
      return intended(view(PARENT), target);
    }
    double[] found = new double[1];
    turn("intended", PARENT, 0, self -> found[0] = intended(self, target));
    return found[0];
  }

  private double intended(Self parent, Target target) {
    return target == Target.POWER ? protocol.intendedMw(parent) : protocol.intended(parent, target);
  }
}
