package powergrid.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.network.Bus;
import powergrid.api.network.Line;
import powergrid.api.network.Network;
import powergrid.api.network.Phases;
import powergrid.api.network.Source;
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;
import powergrid.api.plugin.NoFields;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.FakeFeeder;
import powergrid.testkit.FakeStep;

/** Unbalance, overload and reverse power of two steps of a quarter of an hour. */
class NetworkMetricsTest {
  private static final SymmetricMatrix OHM = new SymmetricMatrix(0.1, 0, 0, 0.1, 0, 0.1);

  /** 1 MVA at 4.16 kV are 138.79 A a phase, 1000 / (√3 · 4.16). */
  private static final Network NETWORK =
      Network.builder("rated")
          .add(new Bus("head", Phases.ABC, 4.16))
          .add(new Bus("middle", Phases.ABC, 4.16))
          .add(new Bus("end", Phases.AB, 4.16))
          .add(new Bus("low", Phases.ABC, 0.48))
          .add(new Source("source", "head", 1, 0))
          .add(new Line("rated", "head", "middle", Phases.ABC, 1, OHM, OHM, OHM, 200))
          .add(new Line("unrated", "middle", "end", Phases.AB, 1, OHM, OHM, OHM, Double.NaN))
          .add(
              new Transformer(
                  "bank",
                  "middle",
                  "low",
                  Phases.ABC,
                  1,
                  4.16,
                  0.48,
                  0.01,
                  0.05,
                  Winding.WYE,
                  Winding.WYE))
          .build();

  private final FakeAgent system = FakeAgent.system("SYSTEM");
  private final FakeAgent grid = system.below("MG1");
  private final FakeAgent attached = system.below("MG2");
  private final FakeStep first = new FakeStep(system, 0.25);
  private final FakeStep second = new FakeStep(system, 0.25);

  private double value(MetricFactory<NoFields> factory) {
    Metric metric = factory.create(new NoFields());
    metric.reset(new FakeStep(system, 0.25));
    metric.step(second);
    metric.reset(new FakeStep(system, 0.25));
    metric.step(first);
    metric.step(second);
    return metric.value();
  }

  @Test
  void balancedVoltagesOfAnySizeAndAngleHaveNoUnbalance() {
    FakeFeeder feeder = first.feeder(NETWORK);
    for (int phase = 0; phase < 3; phase++) {
      feeder.voltage("low", phase, 0.9, 30 - 120 * phase);
    }
    assertEquals(0, value(new Unbalance()), 1e-12);
  }

  /** One phase at 0.95 pu: 3 V₁ = 0.95 + 1 + 1 and 3 V₂ = 0.95 − 1. */
  @Test
  void aPhaseThatIsLowByATwentiethIsAnUnbalanceOf1Point695Percent() {
    first.feeder(NETWORK).voltage("middle", 0, 0.95);
    second.feeder(NETWORK).voltage("low", 1, 0.95);
    assertEquals(100 * 0.05 / 2.95, value(new Unbalance()), 1e-9);
    assertEquals(1.695, value(new Unbalance()), 5e-4);
  }

  /** A phase that lags too little is worse than one that is low by a twentieth. */
  @Test
  void anglesCountAndTheWorstBusIsTaken() {
    // Va = 1, Vb = 1 at −120, Vc = 1 at 100 degrees, with h turning by 120 degrees:
    // 3 V₁ = 1 + 1 + 1 at 340, 3 V₂ = 1 + 1 at 120 + 1 at 220
    double positive = Math.hypot(2 + Math.cos(Math.toRadians(340)), Math.sin(Math.toRadians(340)));
    double negative =
        Math.hypot(
            1 + Math.cos(Math.toRadians(120)) + Math.cos(Math.toRadians(220)),
            Math.sin(Math.toRadians(120)) + Math.sin(Math.toRadians(220)));
    FakeFeeder feeder = first.feeder(NETWORK).voltage("middle", 0, 0.95);
    feeder.voltage("low", 2, 1, 100);
    assertEquals(100 * negative / positive, value(new Unbalance()), 1e-9);
  }

  /** The mean of 1.695 % and 0 %; the second feeder is better and changes nothing. */
  @Test
  void unbalanceIsAMeanOverTheStepsThatHaveOne() {
    first.feeder(NETWORK).voltage("middle", 0, 0.95);
    first.feeder(NETWORK);
    second.feeder(NETWORK);
    assertEquals(100 * 0.05 / 2.95 / 2, value(new Unbalance()), 1e-9);
  }

  @Test
  void peakUnbalanceIsTheGreatestOfAnyStep() {
    assertEquals(0, value(new PeakUnbalance()), "no network");
    first.feeder(NETWORK).voltage("middle", 0, 0.95);
    second.feeder(NETWORK).voltage("low", 0, 0.2).black(1);
    assertEquals(100 * 0.05 / 2.95, value(new PeakUnbalance()), 1e-9);
  }

  /**
   * IEC 61000-4-30 has the same factor from voltages between phases alone: √((1 − r) / (1 + r))
   * with r = √(3 − 6β), β = ΣU⁴ / (ΣU²)².
   */
  @Test
  void unbalanceIsThatOfTheVoltagesBetweenPhases() {
    double[] pu = {0.98, 1.03, 0.94};
    double[] degrees = {2, -118, 125};
    FakeFeeder feeder = first.feeder(NETWORK);
    double squares = 0;
    double fourths = 0;
    for (int a = 0; a < 3; a++) {
      int b = (a + 1) % 3;
      feeder.voltage("middle", a, pu[a], degrees[a]);
      double between = Math.cos(Math.toRadians(degrees[a] - degrees[b]));
      double square = pu[a] * pu[a] + pu[b] * pu[b] - 2 * pu[a] * pu[b] * between;
      squares += square;
      fourths += square * square;
    }
    double r = Math.sqrt(3 - 6 * fourths / (squares * squares));
    assertEquals(100 * Math.sqrt((1 - r) / (1 + r)), value(new PeakUnbalance()), 1e-9);
  }

  @Test
  void sourcesBusesOfTwoPhasesDeadPhasesAndBlackoutsHaveNoUnbalance() {
    first
        .feeder(NETWORK)
        .voltage("head", 0, 0.5)
        .voltage("end", 0, 0.5)
        .voltage("low", 0, 0)
        .voltage("middle", 1, 0.95);
    second.feeder(NETWORK).voltage("middle", 0, 0.2).black(1);
    assertEquals(100 * 0.05 / 2.95, value(new Unbalance()), 1e-9);
  }

  /**
   * 250 A of 200 A for a quarter of an hour and 300 A for another, 166.55 A through the bank of
   * 138.79 A: (0.25 + 0.5 + 0.2) · 0.25 pu·h.
   */
  @Test
  void overloadIsWhatIsBeyondRatingsOverTime() {
    double bank = 1000 / (Math.sqrt(3) * 4.16);
    first
        .feeder(NETWORK)
        .current("rated", 0, 250)
        .current("rated", 1, 199)
        .current("unrated", 0, 1e4)
        .current("bank", 2, 1.2 * bank);
    second.feeder(NETWORK).current("rated", 2, 300);
    assertEquals((0.25 + 0.5 + 0.2) * 0.25, value(new Overload()), 1e-12);
  }

  @Test
  void aBlackoutHasNoOverload() {
    first.feeder(NETWORK).current("rated", 0, 250).black(1);
    second.feeder(NETWORK);
    assertEquals(0, value(new Overload()));
  }

  /** In the first step the source and a tie, in the second the tie alone: three quarter-hours. */
  @Test
  void reversePowerCountsTheHoursOfSourcesAndTies() {
    first.feeder(NETWORK).power(-0.1, 0);
    first.tie(attached, -0.2).realised(grid, -1);
    second.feeder(NETWORK).power(0.1, 0);
    second.tie(attached, -0.2).tie(grid, 0.3);
    assertEquals(0.75, value(new ReversePower()), 1e-12);
  }

  @Test
  void noFlowAndADarkNetworkAreNoReversePower() {
    first.feeder(NETWORK).power(-1e-7, 0);
    second.feeder(NETWORK).power(-1, 0).black(1);
    second.tie(attached, 0);
    assertEquals(0, value(new ReversePower()));
  }
}
