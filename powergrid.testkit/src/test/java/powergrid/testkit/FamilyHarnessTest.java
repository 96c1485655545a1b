package powergrid.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Self;
import powergrid.api.agent.Target;
import powergrid.api.message.MessageType;
import powergrid.api.message.Payload;
import powergrid.api.protocol.Report;
import powergrid.api.protocol.VerticalProtocol;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

class FamilyHarnessTest {
  /** A part of the parent's power. */
  public record Part(double pMw) implements Payload {}

  /** Splits the parent's power evenly; children do as they are told. */
  private static final class Even implements VerticalProtocol {
    @Override
    public List<MessageType> messages() {
      return List.of(MessageType.observed(Part.class));
    }

    @Override
    public List<MessageType> reports() {
      return List.of(MessageType.observed(Report.class));
    }

    @Override
    public Space parentActionSpace(Agent parent) {
      return Space.of(Axis.real("p", "MW", -4, 4));
    }

    @Override
    public double initialAction(Agent parent, int axis) {
      return 0.5;
    }

    @Override
    public Set<Target> realises() {
      return Set.of(Target.POWER);
    }

    @Override
    public void report(Self child) {
      child.send(child.parent(), Report.of(child.flexibility()));
    }

    @Override
    public void coordinateMessages(Self parent) {
      parent.sendToChildren(new Part(parent.intendedMw() / parent.children()));
    }

    @Override
    public void coordinateActions(Self child) {
      Part part = child.latest(Part.class, child.parent());
      if (part != null) {
        child.requestMw(part.pMw());
      }
    }

    @Override
    public double intendedMw(Self parent) {
      return parent.action(0);
    }
  }

  private static ProtocolHarness family() {
    FakeAgent parent = FakeAgent.grid("MG1");
    parent.device("grid");
    parent.device("ess1", Axis.real("p", "MW", -1, 1));
    ProtocolHarness family = ProtocolHarness.family(new Even(), parent);
    family.child(0).flexibility().fix(0);
    family.child(1).flexibility().set(-1, 0.5, 0, 0, 0);
    return family;
  }

  @Test
  void aParentActsOnReportsAndChildrenOnWhatItSaysInTheSameStep() {
    ProtocolHarness family = family().begin();
    assertEquals(-1, family.parent().flexibility().minMw(), "gathered from the reports");
    assertEquals(0.5, family.parent().flexibility().maxMw());
    family.parent().action(0, 2);
    family.finish();
    assertEquals(1, family.child(1).requestedMw());
    assertEquals(4, family.messages(), "two reports, two parts");
    assertEquals(2 * 40 + 2 * 8, family.bytes());
  }

  @Test
  void aParentIntendsWhatItIsAskedForOrTheProtocolMakesOfItsAction() {
    ProtocolHarness family = family().begin();
    assertEquals(0.5, family.intendedMw(0), "the initial action");
    family.parent().requestMw(-3);
    family.finish();
    assertEquals(-3, family.intendedMw(0));
    assertEquals(-1.5, family.child(0).requestedMw());
  }

  @Test
  void messagesBetweenParentAndChildAreDelayedBySteps() {
    ProtocolHarness family = family().delay(1).step();
    assertTrue(Double.isNaN(family.child(1).requestedMw()));
    family.begin().parent().action(0, 4);
    assertEquals(0.25, family.finish().child(1).requestedMw(), "half of the initial action");
    assertEquals(2, family.step().child(1).requestedMw());
  }

  @Test
  void knowsWhatEachOfThemRealises() {
    ProtocolHarness family = family();
    assertTrue(family.parent().realises(Target.POWER));
    assertTrue(family.child(1).realises(Target.POWER));
    assertEquals(false, family.child(0).realises(Target.POWER), "cannot be dispatched");
  }
}
