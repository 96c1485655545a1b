package powergrid.engine.world;

import java.util.Map;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Solution;

/**
 * A feeder's network with what its devices make of it: those that are grid-forming as sources,
 * after all others, and without the controls of what they have taken over.
 */
public final class WholeNetwork {
  private WholeNetwork() {}

  /**
   * The network that is to be solved.
   *
   * @param feeder with all devices connected
   * @param noLoad its voltages without load, from which grid-forming devices take their angles;
   *     null for 0°
   * @return the feeder's network itself where devices change nothing of it
   */
  public static Network of(Feeder feeder, Solution noLoad) {
    Map<String, DeviceTerminal> forming = feeder.forming();
    Network network = feeder.network();
    if (forming.isEmpty() && feeder.equipment().isEmpty()) {
      return network;
    }
    Network.Builder whole = Network.builder(network.name());
    network.buses().forEach(whole::add);
    feeder.equipment().addTo(whole, network);
    network.loads().forEach(whole::add);
    network.sources().forEach(whole::add);
    network.generators().forEach(whole::add);
    network.assumptions().forEach(whole::assume);
    forming.forEach(
        (owner, terminal) -> {
          int node = 3 * network.busIndex(terminal.bus());
          double angle = noLoad == null ? 0 : noLoad.angleDeg(node);
          whole.add(terminal.forming().source("device " + owner, terminal.bus(), angle));
        });
    return whole.build();
  }
}
