package powergrid.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import powergrid.api.device.InverterSettings;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.Field;
import powergrid.testkit.Configured;

class ConfigurationRulesTest {
  /** Without a word about itself. */
  public record Silent(double powerMw) {}

  /** Nothing says what the number is. */
  public record Bare(@Field(value = "1", help = "A number") double factor) {}

  /** A default that a scenario could not spell. */
  public record Spoken(@Field(value = "no", help = "Whether it is so") boolean so) {}

  /** A default that its own bounds refuse. */
  public record Beyond(
      @Field(unit = "h", min = 1, max = 4, value = "9 h", help = "Hours") double waitHours,
      @Field(unit = "h", min = 1, max = 4, value = "4 h", help = "Hours") double restHours) {}

  /** A unit and a name that do not agree. */
  public record Mixed(@Field(unit = "MWh", value = "1", help = "Power") double powerMw) {}

  /** Refuses at a component that it does not have. */
  public record Elsewhere(@Field(unit = "h", min = 1, value = "2", help = "Hours") int lookAhead) {
    public Elsewhere {
      if (lookAhead < 2) {
        throw new ConfigurationException("lookahead", lookAhead + " is below 2");
      }
    }
  }

  /** As it should be, with a record in it. */
  public record Good(
      @Field(unit = "MW", min = 1, max = 2, value = "1", help = "Power") double powerMw,
      @Field("0") int count,
      @Field(value = "{}", help = "The inverter") InverterSettings inverter) {}

  private static String complaint(Class<? extends Record> type) {
    ConfigurationRules rules = new ConfigurationRules(Configured.of(type).build());
    return assertThrows(AssertionError.class, () -> rules.check(r -> {})).getMessage();
  }

  @Test
  void asksForHelp() {
    ConfigurationRules rules = new ConfigurationRules(new Silent(1));
    AssertionError error = assertThrows(AssertionError.class, () -> rules.check(r -> {}));
    assertTrue(error.getMessage().contains("powerMw has no help"), error.getMessage());
  }

  @Test
  void asksForAUnitOrForBounds() {
    assertTrue(complaint(Bare.class).contains("factor has neither a unit"));
    assertTrue(complaint(Mixed.class).contains("powerMw is in 'MWh', but its name says MW"));
  }

  @Test
  void asksForTruthAsScenariosSpellIt() {
    assertTrue(complaint(Spoken.class).contains("so is 'no' by default: write true or false"));
  }

  @Test
  void asksForDefaultsWithinTheirBounds() {
    String complaint = complaint(Beyond.class);
    assertTrue(complaint.contains("waitHours is 9 h by default, outside its own bounds, 1.0 to"));
    assertFalse(complaint.contains("restHours"), complaint);
  }

  @Test
  void asksForRefusalsAtAComponent() {
    assertTrue(complaint(Elsewhere.class).contains("refused at 'lookahead'"));
  }

  @Test
  void triesEveryNumberAtItsBounds() {
    List<Record> tried = new ArrayList<>();
    Good good = Configured.of(Good.class).build();
    AssertionError error =
        assertThrows(AssertionError.class, () -> new ConfigurationRules(good).check(tried::add));
    assertEquals(
        "Rule: a configuration describes and checks itself. count has no help: every component has"
            + " a @Field with help",
        error.getMessage());
    assertTrue(tried.contains(new Good(2, 0, good.inverter())), tried.toString());
    InverterSettings constant =
        new InverterSettings(
            Double.NaN,
            InverterSettings.Reactive.UNITY,
            Double.NaN,
            -1,
            good.inverter().category(),
            false);
    assertTrue(tried.contains(new Good(1, 0, constant)), "a number of the record in it");
  }

  @Test
  void findsTheLeastRatingThatIsConfigured() {
    Good rated = Configured.of(Good.class).with("inverter.ratingMva", 0.75).build();
    assertEquals(0.75, ConfiguredRating.of(rated));
    assertEquals(Double.POSITIVE_INFINITY, ConfiguredRating.of(Configured.of(Good.class).build()));
  }
}
