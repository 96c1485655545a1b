package powergrid.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import powergrid.api.network.Network;
import powergrid.api.plugin.PluginCatalog;
import powergrid.api.plugin.PluginKind;
import powergrid.api.plugin.PluginType;
import powergrid.api.powerflow.PowerFlow;
import powergrid.api.powerflow.Solver;

/** The power flow that solves a network: the one that a user names, or the first that can. */
final class MethodChoice {
  private final BestServices<PowerFlow> flows;
  private final Optional<String> named;
  private PowerFlow chosen;
  private String type = "";

  MethodChoice(PluginCatalog catalog, BestServices<PowerFlow> flows, Optional<String> named) {
    this.flows = flows;
    this.named = named;
    named.ifPresent(type -> InstalledTypes.find(catalog, PluginKind.POWER_FLOW, type));
  }

  /** Prepares to solve a network. */
  Solver prepare(Network network) {
    List<String> refusals = new ArrayList<>();
    for (int i : order(network)) {
      Optional<String> refusal = flows.services().get(i).refuses(network);
      if (refusal.isEmpty()) {
        chosen = flows.services().get(i);
        type = flows.property(i, PluginType.PROPERTY);
        return chosen.prepare(network);
      }
      refusals.add(flows.property(i, PluginType.PROPERTY) + ": " + refusal.get());
    }
    if (refusals.isEmpty()) {
      throw new Failure("no power flow is installed");
    }
    throw new WrongInput(
        (named.isPresent() ? "" : "no power flow that is installed can solve ")
            + network.name()
            + (named.isPresent() ? " cannot be solved by " : ": ")
            + String.join("; ", refusals));
  }

  /** Places of those that may solve it, in the order in which they are asked. */
  private List<Integer> order(Network network) {
    return PowerFlow.order(flows.services(), network, false).stream()
        .filter(i -> named.isEmpty() || named.get().equals(flows.property(i, PluginType.PROPERTY)))
        .toList();
  }

  /** What the solution rests on beside the network's data. */
  List<String> warnings(Network network) {
    return chosen.balanced() ? List.of() : network.assumptions();
  }

  /** The type of the one that was chosen. */
  String type() {
    return type;
  }
}
