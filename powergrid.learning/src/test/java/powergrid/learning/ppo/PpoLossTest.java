package powergrid.learning.ppo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PpoLossTest {
  private static final double E = 1e-6;
  private final PpoLoss loss = new PpoLoss(0.2, 0.5);

  /** Figure 1 of the paper: what is gained beyond the clip counts for nothing, losses do. */
  @ParameterizedTest
  @CsvSource({
    "1, 2, -2", "1.1, 2, -2.2", "1.5, 2, -2.4", "0.5, 2, -1",
    "1, -2, 2", "0.9, -2, 1.8", "0.5, -2, 1.6", "1.5, -2, 3"
  })
  void policyLossIsThatOfThePapersFigure(double ratio, double advantage, double expected) {
    assertEquals(expected, loss.policy(ratio, advantage), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "1.1, 2", "1.5, 2", "0.5, 2", "1, -2", "0.9, -2", "0.5, -2", "1.5, -2"})
  void policyDerivativeIsThatOfFiniteDifferences(double ratio, double advantage) {
    double log = Math.log(ratio);
    double up = loss.policy(Math.exp(log + E), advantage);
    double down = loss.policy(Math.exp(log - E), advantage);
    assertEquals((up - down) / (2 * E), loss.dPolicy(ratio, advantage), 1e-6);
  }

  @ParameterizedTest
  @CsvSource({"1.2, 1, 3", "1.7, 1, 3", "2.5, 1, 1.4", "0.2, 1, 3", "0.2, 1, 0.6", "0.1, 1, -3"})
  void valueDerivativeIsThatOfFiniteDifferences(double v, double old, double target) {
    double up = loss.value(v + E, old, target);
    double down = loss.value(v - E, old, target);
    assertEquals((up - down) / (2 * E), loss.dValue(v, old, target), 1e-6);
  }

  @Test
  void aValueThatMovedFarIsHeldOnlyIfThatCostsMore() {
    assertEquals(2.25, loss.value(2.5, 1, 3)); // held at 1.5
    assertEquals(1.21, loss.value(2.5, 1, 1.4), 1e-12); // it left its target behind
    assertEquals(0.25, new PpoLoss(0.2, 0).value(2.5, 1, 3));
  }
}
