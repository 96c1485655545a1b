package powergrid.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class VariantNamesTest {
  private static List<String> names(String experiment) {
    return VariantNames.of(ScenarioFixture.withExperiment(experiment));
  }

  @Test
  void oneVariantHasTheScenariosName() {
    assertEquals(List.of("counting"), names(""));
  }

  @Test
  void pluginsAreNamedByTheirTypes() {
    assertEquals(
        List.of("none", "setpoint", "price-signal"),
        names("vary: {microgrids.MG1.protocol: [none, setpoint, {type: price-signal, a: 1}]}"));
  }

  @Test
  void configurationsOfOneTypeAreNamedByTheirFields() {
    assertEquals(
        List.of("none", "price-signal", "price-signal(weight=0.5, xs=[1, 2])"),
        names(
            "vary: {microgrids.MG1.protocol: [none, price-signal,"
                + " {type: price-signal, weight: 0.5, xs: [1, 2]}]}"));
  }

  @Test
  void severalPluginsAreNamedOneAfterTheOther() {
    assertEquals(
        List.of("none", "learned-message+consensus", "[24, 48]"),
        names("vary: {protocol: [none, [{type: learned-message, size: 2}, consensus], [24, 48]]}"));
  }

  @Test
  void severalVariationsAreJoinedTheLastChangingFastest() {
    assertEquals(
        List.of("none/1", "none/10", "setpoint/1", "setpoint/10"),
        names("vary: {microgrids.MG1.protocol: [none, setpoint], valueOfLostLoad: [1, 10]}"));
  }

  @Test
  void whatChangesTogetherIsNamedByAllItsValues() {
    assertEquals(
        List.of("none/1", "setpoint/10", "setpoint"),
        names(
            "vary: [{microgrids.MG1.protocol: none, valueOfLostLoad: 1},"
                + " {microgrids.MG1.protocol: setpoint, valueOfLostLoad: 10},"
                + " {microgrids.MG1.protocol: setpoint}]"));
  }

  @Test
  void aChoiceMayBeNamed() {
    assertEquals(
        List.of("flat", "setpoint/10", "flat#2"),
        names(
            "vary: [{name: flat, microgrids.MG1.protocol: none, valueOfLostLoad: 1},"
                + " {microgrids.MG1.protocol: setpoint, valueOfLostLoad: 10},"
                + " {name: flat, valueOfLostLoad: 10}]"));
  }

  @Test
  void whatIsSetInSeveralPlacesIsNamedOnce() {
    assertEquals(
        List.of("none", "setpoint"),
        names(
            "vary: [{microgrids.MG1.protocol: none, protocol: none},"
                + " {microgrids.MG1.protocol: setpoint}]"));
  }

  @Test
  void equalValuesStillGetNamesOfTheirOwn() {
    assertEquals(List.of("none", "none#2"), names("vary: {microgrids.MG1.protocol: [none, none]}"));
  }
}
