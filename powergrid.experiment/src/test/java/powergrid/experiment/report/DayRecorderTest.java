package powergrid.experiment.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import powergrid.api.network.Network;
import powergrid.drawing.SvgNetworkDrawing;
import powergrid.networks.Ieee13;
import powergrid.networks.Ieee13Factory;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.FakeFeeder;
import powergrid.testkit.FakeStep;

class DayRecorderTest {
  @Test
  void notesWhoInjectedWhatAndTheVoltages() throws IOException {
    FakeAgent operator = FakeAgent.system("ISO");
    FakeAgent grid = operator.below("MG1");
    FakeAgent battery = grid.device("ess1");
    FakeAgent plant = grid.device("pv1");
    FakeStep step = new FakeStep(operator, 0.5);
    Network network = new Ieee13Factory().create(new Ieee13());
    FakeFeeder feeder = step.feeder(network);
    DayRecorder recorder = new DayRecorder("setpoint", 7, new SvgNetworkDrawing());
    recorder.start(step);
    step.taken().realised(battery, -0.5).realised(plant, 2).series("price", 40).sent(5, 60, 1);
    feeder.voltage("675", 0, 0.93).voltage("611", 2, 1.02);
    recorder.step(step);
    step.taken().realised(battery, 0.25).realised(plant, 0).series("price", 80).sent(0, 0, 0);
    feeder.voltage("675", 0, 0.96).voltage("611", 2, 1.06);
    recorder.step(step);
    Day day = recorder.end(step);
    assertEquals(
        List.of(
            new Day.Microgrid(
                "MG1",
                List.of(
                    new Day.Device("ess1", List.of(-0.5, 0.25)),
                    new Day.Device("pv1", List.of(2.0, 0.0))))),
        day.microgrids());
    assertEquals(List.of(40.0, 80.0), day.price());
    assertEquals(List.of(5.0, 0.0), day.messages());
    assertEquals(List.of(1.0, 0.0), day.lost());
    assertEquals(List.of(60.0, 0.0), day.bytes());
    Day.Feeder voltages = day.feeders().get(0);
    assertEquals(0.93, voltages.low().get(0), 1e-12);
    assertEquals(0.96, voltages.low().get(1), 1e-12);
    assertEquals(1.06, voltages.high().get(1), 1e-12);
    // 0.07 below 1 in the first step is further than 0.06 above it in the second
    assertEquals(0, voltages.drawnAt());
    assertTrue(voltages.svg().contains("675: a 0.930"), "drawn as it was then");
    assertEquals(
        day.microgrids(), DayReader.read(DayJson.of(day), List.of(voltages.svg())).microgrids());
  }

  private static Day some() {
    return Reports.withText("x").days().get(0);
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    Day day = some();
    assertEquals(day, DayReader.read(DayJson.of(day), List.of(day.feeders().get(0).svg())));
    assertEquals("", DayReader.read(DayJson.of(day), List.of()).feeders().get(0).svg());
  }

  @Test
  void whatIsNoDayIsRefused() {
    for (String text : List.of("", "[]", "{}", DayJson.of(some()).replace("12", "\"12\""))) {
      assertThrows(IOException.class, () -> DayReader.read(text, List.of()), text);
    }
  }

  private static Day.Device device(String name, double mw) {
    return new Day.Device(name, List.of(mw, -mw));
  }

  @Test
  void ofManyDevicesThoseAreKeptThatMoveMost() {
    List<Day.Device> all =
        List.of(device("a", 1), device("b", -9), device("c", 0.5), device("d", 3));
    assertEquals(all, Greatest.devices(all, 3), "a rest of one would save nothing");
    assertEquals(
        List.of(device("b", -9), device("d", 3), device("2 others", 1.5)),
        Greatest.devices(all, 2));
  }

  @Test
  void ofManyMicrogridsTheRestIsAddedUp() {
    List<Day.Microgrid> all =
        IntStream.rangeClosed(1, 100)
            .mapToObj(i -> new Day.Microgrid("MG" + i, List.of(device("a", i), device("b", i))))
            .toList();
    List<Day.Microgrid> fewer = Greatest.microgrids(all);
    assertEquals(all.subList(92, 100), fewer.subList(0, 8));
    // twice the sum of 1 to 92
    Day.Device rest = device("all", 92 * 93);
    assertEquals(new Day.Microgrid("92 other microgrids", List.of(rest)), fewer.get(8));
    assertEquals(9, fewer.size());
  }
}
