package powergrid.baselines;

import powergrid.api.network.Branch;
import powergrid.api.network.Bus;
import powergrid.api.network.Connection;
import powergrid.api.network.Line;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.NetworkFactory;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Source;
import powergrid.api.network.Switch;
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.plugin.Field;

/**
 * Two buses joined by a closed switch, without losses, or by a line: a source, and a load of
 * constant power. At 1 kV, ohms are pu of 1 MVA.
 */
final class Joined implements NetworkFactory<Joined.Settings> {
  /**
   * Its configuration.
   *
   * @param loadMw of the load
   * @param rOhm of the line
   */
  record Settings(
      @Field(unit = "MW", value = "0") double loadMw, @Field(value = "0") double rOhm) {}

  private static final Branch SWITCH = new Switch("switch", "head", "end", Phases.ABC, true);

  private static Branch line(double rOhm) {
    SymmetricMatrix r = new SymmetricMatrix(rOhm, 0, 0, rOhm, 0, rOhm);
    SymmetricMatrix none = SymmetricMatrix.ZERO;
    return new Line("line", "head", "end", Phases.ABC, 1, r, none, none, Double.NaN);
  }

  @Override
  public Class<Settings> configType() {
    return Settings.class;
  }

  @Override
  public Network create(Settings settings) {
    Network.Builder network =
        Network.builder("joined")
            .add(new Bus("head", Phases.ABC, 1))
            .add(new Bus("end", Phases.ABC, 1))
            .add(new Source("source", "head", 1, 0))
            .add(settings.rOhm() > 0 ? line(settings.rOhm()) : SWITCH);
    if (settings.loadMw() > 0) {
      double third = settings.loadMw() / 3;
      network.add(
          new Load(
              "load",
              "end",
              Connection.WYE,
              LoadModel.POWER,
              new PhaseValues(third, third, third),
              PhaseValues.ZERO));
    }
    return network.build();
  }
}
