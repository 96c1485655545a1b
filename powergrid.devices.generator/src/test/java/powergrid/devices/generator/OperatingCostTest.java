package powergrid.devices.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import powergrid.api.agent.Flexibility;
import powergrid.api.plugin.ConfigurationException;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;

class OperatingCostTest {
  private static Configured<GeneratorSettings> curve(double... mwAndUsd) {
    List<CostPoint> corners = new java.util.ArrayList<>();
    for (int i = 0; i < mwAndUsd.length; i += 2) {
      corners.add(new CostPoint(mwAndUsd[i], mwAndUsd[i + 1]));
    }
    return Units.of(4).with("costCurve", corners);
  }

  @Test
  void aCostCurveIsStraightBetweenItsCorners() {
    // 1.5 MW is half way from 1 MW, 40 USD/h, to 2 MW, 70 USD/h
    DeviceHarness unit = Units.start(curve(0, 20, 1, 40, 2, 70, 4, 150)).hours(1);
    unit.action("p", 1.5).step().expectCost(55, 1e-12);
    unit.action("p", 4).step().expectCost(150, 1e-12);
    unit.action("p", 0.5).step().expectCost(30, 1e-12);
    unit.action("p", 0).step().expectCost(0, 0);
  }

  @Test
  void itsStraightMarginalCostIsExactWhereCornersLieOnAParabola() {
    // 3 P² + 10 P + 5 at 0, 0.5, 2, 4 MW
    Flexibility offer = Units.start(curve(0, 5, 0.5, 10.75, 2, 37, 4, 93)).offer();
    assertEquals(10, offer.sell(), 1e-12);
    assertEquals(3, offer.curve(), 1e-12);
  }

  @Test
  void itsStraightMarginalCostIsTheLeastSquaresLineThroughTheStairs() {
    // stairs of 10, 30, 20+20 USD/MWh, that is 10 over 1 MW, 30 over 1 MW, 40 over 2 MW; by hand
    // with widths 1, 1, 2, middles 0.5, 1.5, 3: mean of middles 2, of stairs 30; covariance
    // 1·(−1.5)(−20) + 0 + 2·1·10 = 50; variance 2.25 + 0.25 + 2 = 4.5; slope 100/9
    Flexibility offer = Units.start(curve(0, 0, 1, 10, 2, 40, 4, 120)).offer();
    assertEquals(100.0 / 9 / 2, offer.curve(), 1e-12);
    assertEquals(30 - 2 * 100.0 / 9, offer.sell(), 1e-12);
  }

  @Test
  void oneStraightPieceIsAFlatMarginalCost() {
    Flexibility offer = Units.start(curve(0, 7, 4, 207)).offer();
    assertEquals(50, offer.sell(), 1e-12);
    assertEquals(0, offer.curve(), 0);
  }

  @Test
  void fuelAndCarbonArePartOfCostAndOffer() {
    // at 2 MW 3 + 9 · 2 + 0.5 · 4 = 23 GJ/h at 4 USD/GJ, 0.7 · 2 t/h at 50 USD/t, and 1.5 USD/MWh
    DeviceHarness unit =
        Units.start(
            Units.of(4)
                .with("costLinear", 1.5)
                .with("fuelPrice", 4)
                .with("heatRateQuadratic", 0.5)
                .with("heatRateLinear", 9)
                .with("heatRateConstant", 3)
                .with("emissionFactor", 0.7)
                .with("carbonPrice", 50));
    unit.action("p", 2).step().expectCost((23 * 4 + 70 + 3) / 4.0, 1e-12);
    unit.expectState("economics.emissionsT", 0.35, 1e-12);
    unit.step().expectState("economics.emissionsT", 0.7, 1e-12);
    assertEquals(1.5 + 36 + 35, unit.offer().sell(), 1e-12);
    assertEquals(2, unit.offer().curve(), 1e-12);
  }

  @Test
  void costsWhatFlowedAndNotWhatWasAskedFor() {
    DeviceHarness unit = Units.start(Units.of(4).with("costLinear", 60).with("emissionFactor", 1));
    unit.realise(flow -> flow.power(1, 0)).action("p", 2).step().expectCost(15, 1e-12);
    unit.expectState("economics.emissionsT", 0.25, 1e-12);
    unit.expectState("commitment.outputMw", 1, 0);
  }

  @Test
  void refusesCurvesThatAreNone() {
    refused("costCurve.2.usdPerHour", curve(0, 0, 1, 30, 4, 60), "from 30.0 to 10.0 USD/MWh");
    refused("costCurve.1.mw", curve(0, 0, 0, 30, 4, 90), "not above");
    refused("costCurve", curve(0, 0, 3, 60), "pMaxMw, 4.0 MW");
    refused("costCurve", curve(1, 0, 4, 60), "pMinMw, 0.0 MW");
    refused("costCurve", curve(0, 0, 4, 60).with("costLinear", 1), "not both");
  }

  @Test
  void refusesPricesOfNothing() {
    refused("fuelPrice", Units.of(1).with("fuelPrice", 4), "heatRateLinear");
    refused("carbonPrice", Units.of(1).with("carbonPrice", 50), "emissionFactor");
  }

  private static void refused(String path, Configured<GeneratorSettings> settings, String says) {
    ConfigurationException refused =
        assertThrows(ConfigurationException.class, () -> settings.build());
    assertEquals(path, refused.path());
    assertTrue(refused.getMessage().contains(says), refused.getMessage());
  }
}
