package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import powergrid.api.agent.Agent;
import powergrid.api.environment.Environment;
import powergrid.api.planning.Foresight;
import powergrid.api.planning.LinearNetwork;
import powergrid.api.planning.Planning;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginKind;
import powergrid.api.policy.Decision;
import powergrid.api.policy.Policy;
import powergrid.api.policy.PolicyFactory;

/** What planners are told of their network, held to the quadratic of a {@link TwoBus}. */
class LinearNetworkTest {
  private static final double SOURCE_PU = 1.02;
  private static final double LOAD_MW = 0.5;
  private static final double POWER_MW = 0.3;

  private static final String YAML =
      """
      name: linear
      clock: {start: "2023-07-01T00:00", step: 1h, steps: 24}
      network: {type: two-bus, sourcePu: 1.02, loadMw: 0.5}
      microgrids:
        - id: A
          protocol: setpoint
          policy: asks
          devices:
            - {id: grid, type: grid, bus: head}
            - {id: gen, type: generator, bus: end, pMaxMw: 1, costLinear: 50}
      """;

  private final TestWorkbench workbench = new TestWorkbench();
  private final List<double[]> told = new ArrayList<>();

  @BeforeEach
  void install() {
    workbench.install(PluginKind.NETWORK, "two-bus", new TwoBus());
    workbench.install(PluginKind.POLICY, "asks", new Asks());
  }

  private Environment environment(String yaml) {
    Environment environment = workbench.environments().create(workbench.scenario(yaml));
    environment.reset(1);
    return environment;
  }

  private static double voltage(double netMw) {
    return TwoBus.voltage(SOURCE_PU, netMw, 0);
  }

  /** What the source supplies: what is drawn at the end, and what the line loses of it. */
  private static double imported(double netMw) {
    return -netMw + TwoBus.R * netMw * netMw / Math.pow(voltage(netMw), 2);
  }

  private static double slope(DoubleUnaryOperator of, double at) {
    double h = 1e-5;
    return (of.applyAsDouble(at + h) - of.applyAsDouble(at - h)) / (2 * h);
  }

  @Test
  void slopesAreThoseOfThePowerFlow() {
    double load;
    try (Environment environment = environment(YAML)) {
      environment.step(environment.heldActions());
      load = LOAD_MW * environment.view().series("load");
      environment.step(environment.heldActions());
    }
    double net = POWER_MW - load;
    double[] last = told.get(1);
    assertEquals(POWER_MW, last[0], 1e-9);
    assertEquals(imported(net), last[1], 1e-6);
    double byInjection = slope(LinearNetworkTest::imported, net);
    assertNotEquals(-1, byInjection, 1e-3, "losses");
    assertEquals(byInjection, last[2], 1e-4);
    assertEquals(-byInjection * load, last[3], 1e-4);
    assertEquals(3, last[4], "three phases at the end; the source's voltage is given");
    double byVoltage = slope(LinearNetworkTest::voltage, net);
    for (int node = 0; node < 3; node++) {
      assertEquals(voltage(net), last[5 + 3 * node], 1e-6);
      assertEquals(byVoltage, last[6 + 3 * node], 1e-4);
      assertEquals(-byVoltage * load, last[7 + 3 * node], 1e-4);
    }
  }

  /**
   * Three unbalanced phases behind a tie: what the slopes foretell of the next step, in which loads
   * and a device on one phase change, is what its power flow comes to.
   */
  @Test
  void slopesForetellTheNextStepOfAnAttachedNetwork() {
    String yaml =
        """
        name: foretold
        clock: {start: "2023-07-01T00:00", step: 15min, steps: 24}
        network: {type: ieee34, loadScale: 0.5, rg10: [2, 0, 0], rg11: [4, 2, 2]}
        microgrids:
          - id: A
            network: {type: ieee13, taps: [0, 0, 0], loadScale: 0.2, capacitorScale: 0.2}
            attach: {bus: "816", mva: 1.5, rPercent: 1, xPercent: 5}
            protocol: setpoint
            policy: foretells
            devices:
              - {id: grid, type: grid, bus: "650"}
              - {id: gen, type: generator, bus: "652", phases: a, pMaxMw: 0.2, costLinear: 50}
        """;
    List<double[]> foretold = new ArrayList<>();
    List<double[]> came = new ArrayList<>();
    workbench.install(
        PluginKind.POLICY,
        "foretells",
        new Acts() {
          @Override
          void act(Decision decision, Agent agent) {
            Agent gen = agent.children().get(1);
            LinearNetwork network = decision.linearise().orElseThrow();
            double more = decision.stepsLeft() % 2 == 0 ? 0.1 : 0.05;
            Planning planning = decision.planning(Foresight.PERFECT, 1);
            double load = planning.value("load", 0) / planning.past("load", 1) - 1;
            decision.self().action(agent.actionSpace().indexOf("gen"), more);
            double moved = more - network.pMw(gen);
            double[] now = new double[network.nodes() + 1];
            double[] next = new double[network.nodes() + 1];
            for (int node = 0; node < network.nodes(); node++) {
              now[node] = network.voltagePu(node);
              next[node] =
                  now[node]
                      + network.voltagePerMw(node, gen) * moved
                      + network.voltagePerLoad(node) * load;
            }
            now[network.nodes()] = network.importMw();
            next[network.nodes()] =
                network.importMw()
                    + network.importPerMw(gen) * moved
                    + network.importPerLoad() * load;
            came.add(now);
            foretold.add(next);
          }
        });
    try (Environment environment = environment(yaml)) {
      for (int step = 0; step < 12; step++) {
        environment.step(environment.heldActions());
      }
    }
    assertTrue(came.get(0).length > 30, "nodes of the IEEE 13-node feeder alone");
    for (int step = 2; step < 12; step++) {
      assertArrayEquals(came.get(step), foretold.get(step - 1), 5e-4);
      assertTrue(distance(came.get(step), came.get(step - 1)) > 1e-2, "something happens");
    }
  }

  private static double distance(double[] one, double[] other) {
    double most = 0;
    for (int i = 0; i < one.length; i++) {
      most = Math.max(most, Math.abs(one[i] - other[i]));
    }
    return most;
  }

  @Test
  void aRestoredEnvironmentSaysTheSame() {
    try (Environment environment = environment(YAML)) {
      environment.step(environment.heldActions());
      byte[] saved = environment.snapshot();
      environment.step(environment.heldActions());
      environment.step(environment.heldActions());
      environment.restore(saved);
      environment.step(environment.heldActions());
    }
    assertArrayEquals(told.get(1), told.get(3), 0);
  }

  /** By an environment without the policy's questions: to the bit. */
  @Test
  void toAskChangesNothing() {
    workbench.install(PluginKind.POLICY, "acts", new Acts());
    double[] asked = voltages("asks");
    double[] unasked = voltages("acts");
    assertArrayEquals(unasked, asked, 0);
  }

  private double[] voltages(String policy) {
    try (Environment environment = environment(YAML.replace("asks", policy))) {
      environment.step(environment.heldActions());
      environment.step(environment.heldActions());
      return environment.view().feeders().get(0).solution().re().clone();
    }
  }

  @Test
  void aStrangersDeviceIsRefused() {
    String yaml =
        YAML
            + """
          - id: B
            network: {type: two-bus, sourcePu: 1}
            protocol: setpoint
            devices:
              - {id: gen, type: generator, bus: end, pMaxMw: 1, costLinear: 50}
        """;
    List<String> refused = new ArrayList<>();
    List<Agent> all = new ArrayList<>();
    workbench.install(
        PluginKind.POLICY,
        "asks-a-stranger",
        new Acts() {
          @Override
          void act(Decision decision, Agent agent) {
            Agent stranger = all.get(all.size() - 1);
            LinearNetwork network = decision.linearise().orElseThrow();
            refused.add(
                assertThrows(IllegalArgumentException.class, () -> network.pMw(stranger))
                    .getMessage());
          }
        });
    try (Environment environment = environment(yaml.replace("asks", "asks-a-stranger"))) {
      all.addAll(environment.agents());
      environment.step(environment.heldActions());
    }
    assertEquals(List.of("B.gen may not be asked here; there are A.grid, A.gen"), refused);
  }

  /** Has the generator run. */
  private static class Acts implements PolicyFactory<NoFields> {
    @Override
    public Class<NoFields> configType() {
      return NoFields.class;
    }

    @Override
    public Policy create(NoFields configuration, Agent agent) {
      return decision -> act(decision, agent);
    }

    void act(Decision decision, Agent agent) {
      decision.self().action(agent.actionSpace().indexOf("gen"), POWER_MW);
    }
  }

  /** The same, and notes what it is told. */
  private final class Asks extends Acts {
    @Override
    void act(Decision decision, Agent agent) {
      Agent gen = agent.children().get(1);
      LinearNetwork network = decision.linearise().orElseThrow();
      double[] all = new double[5 + 3 * network.nodes()];
      all[0] = network.pMw(gen);
      all[1] = network.importMw();
      all[2] = network.importPerMw(gen);
      all[3] = network.importPerLoad();
      all[4] = network.nodes();
      for (int node = 0; node < network.nodes(); node++) {
        all[5 + 3 * node] = network.voltagePu(node);
        all[6 + 3 * node] = network.voltagePerMw(node, gen);
        all[7 + 3 * node] = network.voltagePerLoad(node);
      }
      told.add(all);
      assertEquals(0, network.importPerMw(agent.children().get(0)), 0);
      super.act(decision, agent);
    }
  }
}
