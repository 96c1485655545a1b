package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import powergrid.api.environment.Environment;
import powergrid.api.environment.StepView;

/** What a step tells of requests, overrides, available energy, ties and lost messages. */
class StepFiguresTest {
  private static final String PEERS =
      """
      name: peers
      clock: {start: "2023-07-01T12:00", step: 15min, steps: 96}
      network: {type: ieee13, taps: [6, 4, 6]}
      data: {load: {dataset: synthetic}, irradiance: {dataset: synthetic},
             price: {dataset: synthetic, known: ahead}}
      microgrids:
        - {id: MG1, network: {type: ieee13, loadScale: 0.2}, protocol: setpoint, devices: [
           {id: grid, type: grid, bus: "650"},
           {id: gen, type: generator, bus: "675", pMaxMw: 1, costQuadratic: 10, costLinear: 40}]}
        - {id: MG2, network: {type: ieee13, loadScale: 0.1}, protocol: setpoint, devices: [
           {id: grid, type: grid, bus: "650"},
           {id: gen, type: generator, bus: "675", pMaxMw: 0.5},
           {id: pv, type: solar, bus: "680", phases: abc, pMaxMw: 0.4}]}
      """;

  private final TestWorkbench workbench = new TestWorkbench();

  private Environment environment(String yaml) {
    return workbench.environments().create(workbench.scenario(yaml));
  }

  private static int agent(StepView view, String id) {
    for (int i = 0; i < view.agents().size(); i++) {
      if (view.agents().get(i).id().equals(id)) {
        return i;
      }
    }
    throw new AssertionError(id);
  }

  /** Where nobody asks, a caller's decision is what is done. */
  @Test
  void withoutPeersNothingIsAskedOfAGridAndNothingOverridden() {
    try (Environment e = environment(PEERS)) {
      e.reset(1);
      e.step(new float[] {0.5f, 0.25f, 0.4f});
      StepView v = e.view();
      assertEquals(Double.NaN, v.requestedMw(agent(v, "MG1")));
      assertEquals(0.5, v.requestedMw(agent(v, "MG1.gen")), 1e-7, "the set point");
      for (int i = 0; i < v.agents().size(); i++) {
        assertEquals(0, v.overrideMw(i), v.agents().get(i).id());
      }
    }
  }

  /**
   * Asked for is share · balanced + (1 − share) · intended, so the override is share · |balanced −
   * intended|: with a share of a half, half as much as with 1.
   */
  @Test
  void theOverrideIsWhatPeersMoveAnAgentByFromItsOwnDecision() {
    float[] own = {0.5f, 0.25f, 0.4f};
    double whole = override(own, "1");
    double half = override(own, "0.5");
    assertTrue(whole > 0.01, "they differ by " + whole);
    assertEquals(whole / 2, half, 1e-9);
  }

  private double override(float[] own, String share) {
    String more = "protocol: {type: proportional-sharing, share: " + share + "}\n";
    try (Environment e = environment(PEERS + more)) {
      e.reset(1);
      e.step(own);
      StepView v = e.view();
      int mg1 = agent(v, "MG1");
      assertEquals(Math.abs(v.requestedMw(mg1) - 0.5), v.overrideMw(mg1), 1e-7);
      int mg2 = agent(v, "MG2");
      assertEquals(Math.abs(v.requestedMw(mg2) - 0.65), v.overrideMw(mg2), 1e-7);
      assertEquals(0, v.overrideMw(agent(v, "MG1.gen")), "a follower has nothing of its own");
      assertEquals(
          v.requestedMw(mg1), v.netMw(agent(v, "MG1.gen")), 1e-9, "the generator carries it out");
      return v.overrideMw(mg1);
    }
  }

  /** A policy that asks something of itself decides; it overrides nobody. */
  @Test
  void whatAPolicyAsksOfItselfIsItsDecision() {
    String flat =
        PEERS
            .replace("protocol: setpoint", "protocol: none")
            .replace("costLinear: 40", "costLinear: 20, policy: best-response");
    try (Environment e = environment(flat)) {
      e.reset(1);
      e.step(e.heldActions());
      StepView v = e.view();
      int gen = agent(v, "MG1.gen");
      assertTrue(v.agents().get(gen).decides());
      assertTrue(v.requestedMw(gen) > 0, "it answers " + v.series("price") + " USD/MWh");
      assertEquals(0, v.overrideMw(gen));
    }
  }

  @Test
  void availableEnergyIsWhatWasInjectedAndWhatWasCurtailed() {
    try (Environment e = environment(PEERS)) {
      e.reset(1);
      e.step(new float[] {0.5f, 0.25f, 0.1f});
      StepView v = e.view();
      int pv = agent(v, "MG2.pv");
      double available = v.state(pv, "solar.availableMw");
      assertTrue(available > 0.11, "at noon there are " + available + " MW");
      assertEquals(available * 0.25, v.availableMwh(pv), 1e-7);
      assertEquals((available - 0.1) * 0.25, v.curtailedMwh(pv), 1e-7);
      assertEquals(v.availableMwh(pv), v.availableMwh(agent(v, "MG2")));
      assertEquals(0, v.availableMwh(agent(v, "MG1")), "a generator curtails nothing");
      e.step(new float[] {0.5f, 0.25f, 0.4f});
      assertEquals(v.state(pv, "solar.availableMw") * 0.25, v.availableMwh(pv), 1e-7);
      assertEquals(0, v.curtailedMwh(pv), 1e-9);
    }
  }

  @Test
  void messagesOfAnOutageAreSentAndLost() {
    String more =
        """
        protocol: {type: proportional-sharing}
        channel: {outages: [{at: 0s, lasting: 10min}]}
        """;
    try (Environment e = environment(PEERS + more)) {
      e.reset(1);
      e.step(e.heldActions());
      assertEquals(2, e.view().messagesLost(), "from each of the two to the other");
      assertTrue(e.view().messages() > 2, "reports and set points arrived");
      e.step(e.heldActions());
      assertEquals(0, e.view().messagesLost());
    }
  }

  @Test
  void aTieTakesWhatTheMicrogridBehindItMeters() throws java.io.IOException {
    String yaml;
    try (var in = StepFiguresTest.class.getResourceAsStream("attached.yaml")) {
      yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    try (Environment e = environment(yaml)) {
      e.reset(3);
      e.step(e.heldActions());
      StepView v = e.view();
      double metered = v.netMw(agent(v, "MG1.grid"));
      assertTrue(metered > 0);
      assertEquals(metered, v.tieMw(agent(v, "MG1")), 1e-9);
      assertEquals(Double.NaN, v.tieMw(agent(v, "MG1.grid")));
    }
    try (Environment e = environment(PEERS)) {
      e.reset(3);
      e.step(e.heldActions());
      assertEquals(Double.NaN, e.view().tieMw(agent(e.view(), "MG1")), "it has no tie");
    }
  }
}
