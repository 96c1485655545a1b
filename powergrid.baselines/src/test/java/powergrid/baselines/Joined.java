package powergrid.baselines;

import powergrid.api.network.Bus;
import powergrid.api.network.Connection;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.NetworkFactory;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Source;
import powergrid.api.network.Switch;
import powergrid.api.plugin.Field;

/** Two buses joined by a closed switch, without losses: a source, and a load of constant power. */
final class Joined implements NetworkFactory<Joined.Settings> {
  /**
   * Its configuration.
   *
   * @param loadMw of the load
   */
  record Settings(@Field(unit = "MW", value = "0") double loadMw) {}

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
            .add(new Switch("switch", "head", "end", Phases.ABC, true));
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
