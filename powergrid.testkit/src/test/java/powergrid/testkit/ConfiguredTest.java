package powergrid.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import powergrid.api.device.InverterSettings;
import powergrid.api.device.VoltageCurve;
import powergrid.api.plugin.Field;

class ConfiguredTest {
  /** A configuration with a default, an optional and a required component. */
  public record Settings(
      @Field(value = "3") int count, @Field(optional = true) double limit, @Field double power) {}

  /** All that a default can be. */
  public record Spelled(
      @Field("15min") Duration interval,
      @Field("PT1H") Duration horizon,
      @Field("2023-07-01T00:00") LocalDateTime start,
      @Field("[]") List<Double> none,
      @Field(unit = "MW", value = "[1, 2.5 MW]") List<Double> some,
      @Field(optional = true) List<Double> left,
      @Field("[[1, 2], []]") List<List<Integer>> nested,
      @Field("yes") boolean yes,
      @Field("false") boolean no,
      @Field("0.5") Optional<Double> given,
      Optional<Double> absent,
      @Field(value = "{count: 7, power: 2}") Settings part,
      @Field(optional = true) Settings missing) {}

  /** A configuration with an inverter. */
  public record Inverting(@Field("{}") InverterSettings inverter) {}

  @Test
  void configurationsTakeTheirDefaults() {
    Settings settings = Configured.of(Settings.class).with("power", 2).build();
    assertEquals(3, settings.count());
    assertTrue(Double.isNaN(settings.limit()));
    assertEquals(2.0, settings.power());
  }

  @Test
  void refusesWhatIsMissingUnknownOrUnreadable() {
    Configured<Settings> settings = Configured.of(Settings.class);
    assertThrows(IllegalArgumentException.class, settings::build);
    settings.with("power", 1).build();
    assertThrows(IllegalArgumentException.class, () -> settings.with("count", 1.5).build());
    assertThrows(
        IllegalArgumentException.class, () -> settings.with("count", 1).with("powr", 1).build());
  }

  @Test
  void readsDefaultsAsAScenarioSpellsThem() {
    Spelled spelled = Configured.of(Spelled.class).build();
    assertEquals(
        new Spelled(
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            LocalDateTime.of(2023, 7, 1, 0, 0),
            List.of(),
            List.of(1.0, 2.5),
            List.of(),
            List.of(List.of(1, 2), List.of()),
            true,
            false,
            Optional.of(0.5),
            Optional.empty(),
            new Settings(7, Double.NaN, 2),
            null),
        spelled);
    assertNull(spelled.missing());
  }

  @Test
  void buildsRecordsInsideARecord() {
    assertEquals(
        InverterSettings.UNITY, Configured.of(Inverting.class).build().inverter(), "all defaults");
    InverterSettings other =
        Configured.of(Inverting.class)
            .with("inverter.reactive", "volt-var")
            .with("inverter.category", VoltageCurve.Category.A)
            .with("inverter.ratingMva", 1)
            .build()
            .inverter();
    assertEquals(InverterSettings.Reactive.VOLT_VAR, other.reactive());
    assertEquals(VoltageCurve.Category.A, other.category());
    assertEquals(1.0, other.ratingMva());
    assertEquals(
        InverterSettings.UNITY,
        Configured.of(Inverting.class).with("inverter", InverterSettings.UNITY).build().inverter());
  }
}
