package powergrid.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import powergrid.api.network.Network;
import powergrid.api.plugin.NoFields;
import powergrid.api.powerflow.PowerFlow;
import powergrid.networks.Ieee123;
import powergrid.networks.Ieee123Factory;
import powergrid.networks.Ieee13;
import powergrid.networks.Ieee13Factory;
import powergrid.networks.Ieee34;
import powergrid.networks.Ieee34Factory;
import powergrid.networks.cases.Case118Factory;
import powergrid.networks.cases.Case14Factory;
import powergrid.networks.cases.Case33bwFactory;
import powergrid.networks.cases.CigreLvFactory;
import powergrid.networks.cases.CigreMv;
import powergrid.networks.cases.CigreMvFactory;
import powergrid.powerflow.meshed.CurrentInjection;
import powergrid.powerflow.newton.NewtonRaphson;
import powergrid.powerflow.sweep.RadialSweep;

/** The networks that are measured, by name, and what solves them. */
final class BenchNetworks {
  private static final Map<String, Supplier<Network>> NETWORKS =
      new TreeMap<>(
          Map.of(
              "ieee13", () -> new Ieee13Factory().create(new Ieee13()),
              "ieee34", () -> new Ieee34Factory().create(new Ieee34()),
              "ieee123", () -> new Ieee123Factory().create(new Ieee123()),
              "radial1000", () -> SyntheticFeeder.of(1000),
              "case14", () -> new Case14Factory().create(new NoFields()),
              "case33bw", () -> new Case33bwFactory().create(new NoFields()),
              "case118", () -> new Case118Factory().create(new NoFields()),
              "cigre-lv", () -> new CigreLvFactory().create(new NoFields()),
              "cigre-mv", () -> new CigreMvFactory().create(new CigreMv(CigreMv.Der.NONE))));

  private BenchNetworks() {}

  static Network of(String name) {
    Supplier<Network> network = NETWORKS.get(name);
    if (network == null) {
      throw new IllegalArgumentException(name + " is not one of " + NETWORKS.keySet());
    }
    return network.get();
  }

  /** The method that the workbench chooses: by ranking, balanced data by the balanced one. */
  static PowerFlow method(Network network) {
    return first(network, List.of(new RadialSweep(), new CurrentInjection(), new NewtonRaphson()));
  }

  /** The same method, as exact as it gets. */
  static PowerFlow exact(Network network) {
    return first(
        network,
        List.of(
            new RadialSweep(1e-12, 200), new CurrentInjection(1e-11, 200), new NewtonRaphson()));
  }

  private static PowerFlow first(Network network, List<PowerFlow> methods) {
    return PowerFlow.order(methods, network, false).stream()
        .map(methods::get)
        .filter(method -> method.refuses(network).isEmpty())
        .findFirst()
        .orElseThrow();
  }
}
