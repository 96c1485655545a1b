package powergrid.protocols.voltage;

import powergrid.api.agent.Characteristic;
import powergrid.api.space.Axis;
import powergrid.testkit.FakeAgent;

/** Devices that follow one curve, or two, or none. */
final class Inverters {
  private Inverters() {}

  static FakeAgent withParent() {
    FakeAgent parent = FakeAgent.grid("MG1");
    parent.device("grid");
    parent
        .device("pv1", Axis.real("pLimit", "MW", 0, 0.8))
        .resting(0.8)
        .following(Characteristic.VOLT_VAR, Characteristic.VOLT_WATT);
    parent.device("ess1", Axis.real("p", "MW", -0.5, 0.5)).following(Characteristic.VOLT_VAR);
    parent.device("wt1", Axis.real("pLimit", "MW", 0, 0.3)).following(Characteristic.VOLT_WATT);
    return parent;
  }
}
