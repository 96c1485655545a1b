package powergrid.engine.world;

import java.util.Map;
import java.util.function.UnaryOperator;
import powergrid.api.network.Branch;
import powergrid.api.network.Capacitor;
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
    Equipment equipment = feeder.equipment();
    Network.Builder whole = copy(network, equipment::uncontrolled, equipment::uncontrolled);
    forming.forEach(
        (owner, terminal) -> {
          int node = 3 * network.busIndex(terminal.bus());
          double angle = noLoad == null ? 0 : noLoad.angleDeg(node);
          whole.add(terminal.forming().source("device " + owner, terminal.bus(), angle));
        });
    return whole.build();
  }

  /**
   * A copy of a network with other branches and capacitors in the place of its own.
   *
   * @param network to be copied
   * @param branch what takes a branch's place
   * @param capacitor what takes a capacitor's place
   * @return to be added to
   */
  public static Network.Builder copy(
      Network network, UnaryOperator<Branch> branch, UnaryOperator<Capacitor> capacitor) {
    Network.Builder copy = Network.builder(network.name());
    network.buses().forEach(copy::add);
    network.branches().forEach(b -> copy.add(branch.apply(b)));
    network.loads().forEach(copy::add);
    network.capacitors().forEach(c -> copy.add(capacitor.apply(c)));
    network.sources().forEach(copy::add);
    network.generators().forEach(copy::add);
    network.assumptions().forEach(copy::assume);
    return copy;
  }
}
