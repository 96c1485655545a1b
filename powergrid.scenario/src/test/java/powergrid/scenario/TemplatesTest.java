package powergrid.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import powergrid.api.scenario.MicrogridSetting;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.Setting;

/** Microgrids that are copies of one that is written. */
class TemplatesTest {
  private static final String TEXT =
      """
      name: many
      clock: {start: "2023-07-01T00:00", step: 15min, steps: 96}
      microgrids:
        - id: MG{n}
          count: 5
          first: 11
          network: {type: opendss, path: "feeders/{n}.dss"}
          protocol: {each: [none, {type: setpoint}]}
          devices:
            - {id: ess1, type: storage, bus: "b{n}.{n}", energyMwh: {each: [1, 2, 3]}}
        - id: last
          network: ieee34
          devices:
            - {id: ess1, type: storage, bus: "840", energyMwh: 9}
      """;

  private final YamlScenarioReader reader = new YamlScenarioReader();
  private final Scenario scenario = reader.parse(TEXT, "s.yaml");

  @TempDir private Path folder;

  private static Setting.Scalar energy(MicrogridSetting microgrid) {
    Setting.Mapping own = microgrid.devices().get(0).plugin().configuration();
    return (Setting.Scalar) own.fields().get("energyMwh");
  }

  private static List<String> energies(Scenario scenario) {
    return scenario.microgrids().stream().map(m -> energy(m).text()).toList();
  }

  private static List<String> protocols(Scenario scenario) {
    return scenario.microgrids().stream().map(m -> m.protocol().type()).toList();
  }

  private Scenario set(String... pathsAndValues) throws IOException {
    Map<String, String> overrides = new LinkedHashMap<>();
    for (int i = 0; i < pathsAndValues.length; i += 2) {
      overrides.put(pathsAndValues[i], pathsAndValues[i + 1]);
    }
    return reader.read(Files.writeString(folder.resolve("s.yaml"), TEXT), overrides);
  }

  @Test
  void aCountStandsForSoManyMicrogridsInTheirPlace() {
    assertEquals(
        List.of("MG11", "MG12", "MG13", "MG14", "MG15", "last"),
        scenario.microgrids().stream().map(MicrogridSetting::id).toList());
  }

  @Test
  void theNumberOfACopyStandsInEveryText() {
    MicrogridSetting third = scenario.microgrids().get(2);
    assertEquals("b13.13", third.devices().get(0).bus());
    Setting path = third.network().orElseThrow().plugin().configuration().fields().get("path");
    assertEquals("feeders/13.dss", ((Setting.Scalar) path).text());
  }

  @Test
  void copiesTakeValuesInTurn() {
    assertEquals(List.of("1", "2", "3", "1", "2", "9"), energies(scenario));
    assertEquals(
        List.of("none", "setpoint", "none", "setpoint", "none", "none"), protocols(scenario));
  }

  @Test
  void countingBeginsAtOneUnlessItIsSaid() {
    Scenario read = reader.parse(TEXT.replace("    first: 11\n", ""), "s.yaml");
    assertEquals("MG1", read.microgrids().get(0).id());
  }

  @Test
  void aSingleCopyNeedsNoNumber() {
    String one =
        Scenarios.with(5, "  - id: MG1", "    count: 1").replace("network: ieee13", "network: x");
    assertEquals("MG1", reader.parse(one, "s.yaml").microgrids().get(0).id());
  }

  @Test
  void aPlaceIsWhereTheTemplateStandsAndItsPathIsTheCopys() {
    MicrogridSetting fourth = scenario.microgrids().get(3);
    assertEquals("s.yaml:4:5: microgrids.MG14", fourth.place().toString());
    Setting.Mapping device = fourth.devices().get(0).plugin().configuration();
    assertEquals("s.yaml:10:9: microgrids.MG14.devices.ess1", device.place().toString());
    assertEquals(
        "s.yaml:10:52: microgrids.MG14.devices.ess1.energyMwh",
        device.placeOfName("energyMwh").toString());
    assertEquals(
        "s.yaml:10:71: microgrids.MG14.devices.ess1.energyMwh", energy(fourth).place().toString());
    assertEquals(
        "s.yaml:8:36: microgrids.MG14.protocol.type", fourth.protocol().place().toString());
  }

  @Test
  void aCopyCanBeSetByItsOwnPath() throws IOException {
    Scenario read = set("microgrids.MG13.protocol", "price-signal", "microgrids.1.protocol", "x");
    assertEquals(List.of("none", "x", "price-signal", "setpoint", "none", "none"), protocols(read));
  }

  @Test
  void allMicrogridsCanBeSetAtOnceAndOneOfThemAfterwards() throws IOException {
    Scenario read = set("microgrids.*.protocol", "price-signal", "microgrids.last.protocol", "x");
    assertEquals(
        List.of(
            "price-signal", "price-signal", "price-signal", "price-signal", "price-signal", "x"),
        protocols(read));
    assertEquals(
        List.of("7", "7", "7", "7", "7", "7"),
        energies(set("microgrids.*.devices.ess1.energyMwh", "7")));
  }

  @Test
  void theCopiesOfATemplateCanBeSetByItsId() throws IOException {
    assertEquals(
        List.of("4", "5", "4", "5", "4", "9"),
        energies(set("microgrids.MG{n}.devices.ess1.energyMwh", "{each: [4, 5]}")));
  }

  @Test
  void theNumberOfCopiesCanBeSet() throws IOException {
    Scenario read = set("microgrids.MG{n}.count", "100", "microgrids.MG110.protocol", "x");
    assertEquals(101, read.microgrids().size());
    assertEquals("x", read.microgrids().get(99).protocol().type());
  }

  @Test
  void copiesAreMadeOfAListThatIsSet() throws IOException {
    Scenario read =
        set(
            "microgrids",
            "[{id: \"A{n}\", count: 2, network: x, devices: [{id: a, type: b, bus: c}]}]");
    assertEquals(
        List.of("A1", "A2"), read.microgrids().stream().map(MicrogridSetting::id).toList());
  }

  @Test
  void aVariationCanBeOfOneCopyOfAllOfATemplateAndOfAllMicrogrids() {
    Scenario read =
        reader.parse(
            TEXT
                + """
                experiment:
                  vary:
                    microgrids.*.protocol: [x]
                    "microgrids.MG{n}.protocol": [y]
                    microgrids.MG12.protocol: [z]
                """,
            "s.yaml");
    Map<String, Setting> values = new LinkedHashMap<>();
    read.experiment().vary().forEach(v -> values.putAll(v.choices().get(0)));
    assertEquals(List.of("y", "z", "y", "y", "y", "x"), protocols(reader.with(read, values)));
  }

  @Test
  void theRootHasAllCopiesAndReadsBackTheSame() {
    String written = reader.write(scenario.root());
    Scenario again = reader.parse(written, "again.yaml");
    assertEquals(written, reader.write(again.root()));
    Setting.Sequence list = (Setting.Sequence) scenario.root().fields().get("microgrids");
    assertEquals(6, list.items().size());
    assertEquals(energies(scenario), energies(again));
    assertEquals(protocols(scenario), protocols(again));
  }

  @Test
  void thousandsOfCopiesAreRead() {
    Scenario read = reader.parse(TEXT.replace("count: 5", "count: 10000"), "s.yaml");
    assertEquals(
        IntStream.rangeClosed(11, 10_010).mapToObj(n -> "MG" + n).toList(),
        read.microgrids().stream().map(MicrogridSetting::id).limit(10_000).toList());
  }

  @Test
  void everyCopyCanHaveAValueOfItsOwn() {
    List<String> values = IntStream.rangeClosed(1, 1000).mapToObj(Integer::toString).toList();
    Scenario read =
        reader.parse(
            TEXT.replace("count: 5", "count: 1000").replace("[1, 2, 3]", values.toString()),
            "s.yaml");
    assertEquals(values, energies(read).subList(0, 1000));
  }
}
