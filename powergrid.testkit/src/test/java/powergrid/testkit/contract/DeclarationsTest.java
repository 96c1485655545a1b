package powergrid.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;

class DeclarationsTest {
  private static Variables with(String feature, String name, String unit) {
    Variables variables = new Variables();
    variables.feature(feature).real(name, unit, 0, 1, 0, Visibility.OWNER);
    variables.space();
    return variables;
  }

  private static void refused(Runnable check) {
    assertThrows(AssertionError.class, check::run);
  }

  @Test
  void asksForTheBalanceOfEnergyAndHeat() {
    refused(() -> Declarations.checkNothingStored(with("storage", "soc", "")));
    refused(() -> Declarations.checkNothingStored(with("thermal", "indoorC", "°C")));
    Declarations.checkNothingStored(with("economics", "soldMwh", "MWh"));
    Declarations.checkNothingStored(with("commitment", "outputMw", "MW"));
  }

  @Test
  void asksForTheOfferOfWhatCanBeDispatched() {
    refused(() -> Declarations.checkNothingDispatched(with("", "consumption", "MW")));
    Declarations.checkNothingDispatched(with("", "q", "MVAr"));
  }

  @Test
  void asksForTheNamesOfTheDispatchAxis() {
    refused(() -> Declarations.checkAxis(with("", "power", "MW"), false));
    refused(() -> Declarations.checkAxis(with("", "p", "kW"), false));
    Declarations.checkAxis(with("", "consumption", "MW"), false);
    refused(() -> Declarations.checkAxis(with("", "exchange", "MW"), false));
    Declarations.checkAxis(with("", "exchange", "MW"), true);
  }

  private static Variables action(String name, double low, double rest) {
    Variables variables = new Variables();
    variables.real(name, "MW", low, 1, rest, Visibility.OWNER);
    variables.space();
    return variables;
  }

  @Test
  void asksForConsumptionThatIsNotNegative() {
    refused(() -> Declarations.checkAxis(action("consumption", -1, 0), false));
    Declarations.checkAxis(action("p", -1, 0), false);
  }

  @Test
  void asksForACeilingThatRestsAtItsTop() {
    refused(() -> Declarations.checkAxis(action("pLimit", 0, 0), false));
    Declarations.checkAxis(action("pLimit", 0, 1), false);
  }
}
