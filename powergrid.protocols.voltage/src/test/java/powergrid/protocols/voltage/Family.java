package powergrid.protocols.voltage;

import java.util.List;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Characteristic;
import powergrid.api.device.Polyline;
import powergrid.api.message.Payload;
import powergrid.api.protocol.VerticalProtocol;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.FakeSelf;

/** A parent with a meter, a plant that follows both curves, and a battery that follows volt-var. */
final class Family {
  final FakeAgent grid = FakeAgent.grid("MG1");
  final FakeAgent meter = grid.device("grid");
  final FakeAgent plant =
      grid.device("pv1").following(Characteristic.VOLT_VAR, Characteristic.VOLT_WATT);
  final FakeAgent battery = grid.device("ess1").following(Characteristic.VOLT_VAR);

  private final VerticalProtocol protocol;
  private final FakeSelf parent;

  Family(VerticalProtocol protocol) {
    this.protocol = protocol;
    protocol.check(members());
    grid.actionSpace(protocol.parentActionSpace(grid));
    parent = new FakeSelf(grid, protocol.memory());
    for (int i = 0; i < grid.actionSpace().size(); i++) {
      parent.held(i, protocol.initialAction(grid, i));
    }
  }

  List<Agent> members() {
    return List.of(grid, meter, plant, battery);
  }

  FakeSelf parent() {
    return parent;
  }

  /** What the parent says now. */
  List<FakeSelf.Sent> said() {
    parent.next();
    protocol.coordinateMessages(parent);
    return parent.sent();
  }

  /** What the parent says, with what is asked of it left in place. */
  Payload saidWhenAsked() {
    protocol.coordinateMessages(parent);
    return parent.sent().get(0).payload();
  }

  /** The curve that the plant follows after hearing what the parent says now. */
  Polyline followed(Characteristic characteristic) {
    FakeSelf child = new FakeSelf(plant, protocol.memory());
    child.hear(grid, said().get(0).payload());
    protocol.coordinateActions(child);
    return child.followed(characteristic);
  }
}
