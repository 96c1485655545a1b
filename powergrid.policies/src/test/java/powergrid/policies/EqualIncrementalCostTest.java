package powergrid.policies;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Held to Wood and Wollenberg (1996), chapter 3, and to conditions of optimality by hand. */
class EqualIncrementalCostTest {
  /** Units 2 and 3 of the book: oil, at 1 R/MBtu. */
  private static final double[] UNIT_2 = {100, 400, 7.85, 0.00194};

  private static final double[] UNIT_3 = {50, 200, 7.97, 0.00482};

  private final EqualIncrementalCost dispatch = new EqualIncrementalCost(3);

  /** Thermal units: least and greatest power, and b and c of the cost a + b P + c P². */
  private void units(double[]... units) {
    for (int i = 0; i < units.length; i++) {
      double[] u = units[i];
      dispatch.unit(i).set(u[0], u[1], u[2], u[2], u[3]);
    }
  }

  private void assertPowers(double tolerance, double... expected) {
    double[] powers = new double[expected.length];
    for (int i = 0; i < powers.length; i++) {
      powers[i] = dispatch.powerMw(i);
    }
    assertArrayEquals(expected, powers, tolerance);
  }

  /** Example 3A: coal at 1.1 R/MBtu, F1 = 561 + 7.92 P + 0.001562 P². */
  @Test
  void threeUnitsShare850MegawattsAtEqualIncrementalCost() {
    units(new double[] {150, 600, 7.92, 0.001562}, UNIT_2, UNIT_3);
    dispatch.share(850);
    assertEquals(9.148, dispatch.lambda(), 5e-4);
    assertPowers(0.05, 393.2, 334.6, 122.2);
    assertEquals(
        850, dispatch.powerMw(0) + dispatch.powerMw(1) + dispatch.powerMw(2), 1e-9, "balance");
  }

  /**
   * Example 3B: coal at 0.9 R/MBtu, F1 = 459 + 6.48 P + 0.00128 P². Unit 1 is at its greatest
   * power; the others run where (λ - 7.85) / 0.00388 + (λ - 7.97) / 0.00964 = 250, at λ = 8.576
   * R/MWh.
   */
  @Test
  void aUnitAtItsLimitLeavesTheRestToTheOthers() {
    units(new double[] {150, 600, 6.48, 0.00128}, UNIT_2, UNIT_3);
    dispatch.share(850);
    assertEquals(8.576, dispatch.lambda(), 5e-4);
    assertPowers(0.05, 600, 187.1, 62.9);
  }

  /** 20 + 40 p meets 30 at 0.25 MW; the battery neither buys at 30 nor sells below 60. */
  @Test
  void atAPriceEveryUnitMakesItsBestResponse() {
    dispatch.unit(0).set(0, 1, 20, 20, 20);
    dispatch.unit(1).set(-1, 1, 25, 60, 0);
    dispatch.unit(2).set(0, 0.4, 0, 0, 0);
    assertEquals(0.65, dispatch.at(30), 1e-12);
    assertPowers(1e-12, 0.25, 0, 0.4);
  }

  /**
   * 1.5 MW: free power first, 0.4; the generator until 20 + 40 p = 60, 1 MW; the rest from the
   * battery that sells at 60, which therefore is λ.
   */
  @Test
  void theUnitOfConstantCostThatIsMarginalFillsTheRest() {
    dispatch.unit(0).set(0, 3, 20, 20, 20);
    dispatch.unit(1).set(-1, 1, 25, 60, 0);
    dispatch.unit(2).set(0, 0.4, 0, 0, 0);
    dispatch.share(1.5);
    assertEquals(60, dispatch.lambda(), 1e-9);
    assertPowers(1e-9, 1, 0.1, 0.4);
  }

  /** Both cost 50: of the 0.9 MW, 0.3 each for every megawatt that they can. */
  @Test
  void unitsOfTheSameConstantCostRunAtTheSameShareOfTheirRange() {
    dispatch.unit(0).set(0, 1, 50, 50, 0);
    dispatch.unit(1).set(0, 2, 50, 50, 0);
    dispatch.unit(2).set(0, 5, 90, 90, 0);
    dispatch.share(0.9);
    assertPowers(1e-9, 0.3, 0.6, 0);
  }

  /**
   * A surplus of 0.5 MW that must be taken: the consumer values the first MWh at 40 and 100 less
   * for every MW more, the battery buys at 10. The consumer takes 0.3 until it is down to 10, the
   * battery the rest.
   */
  @Test
  void consumersTakeASurplusInTheOrderOfWhatItIsWorthToThem() {
    dispatch.unit(0).set(-2, 0, 40, 40, 50);
    dispatch.unit(1).set(-1, 1, 10, 60, 0);
    dispatch.unit(2).fix(0.25);
    dispatch.share(-0.25);
    assertEquals(10, dispatch.lambda(), 1e-9);
    assertPowers(1e-9, -0.3, -0.2, 0.25);
  }

  @Test
  void whatCannotBeReachedIsApproachedAsFarAsUnitsCan() {
    units(new double[] {150, 600, 7.92, 0.001562}, UNIT_2, UNIT_3);
    dispatch.share(5000);
    assertPowers(0, 600, 400, 200);
    dispatch.share(-10);
    assertPowers(0, 150, 100, 50);
  }

  @Test
  void theBoundsOfWhatCanBeReachedAreReached() {
    units(new double[] {150, 600, 7.92, 0.001562}, UNIT_2, UNIT_3);
    dispatch.share(1200);
    assertPowers(0, 600, 400, 200);
    dispatch.share(300);
    assertPowers(0, 150, 100, 50);
  }
}
