package powergrid.api.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioExceptionTest {
  private static Mistake mistake(int line, String path, String message) {
    return new Mistake(new Place("s.yaml", line, 3, path), message);
  }

  private static List<String> told(Mistake... mistakes) {
    return List.of(new ScenarioException(List.of(mistakes)).getMessage().split("\n"));
  }

  @Test
  void tellsOnceWhatMicrogridsThatAreWrittenInOnePlaceHaveInCommon() {
    assertEquals(
        List.of("s.yaml:7:3: microgrids.A.bus: is missing (also in B, C)", "s.yaml:9:3: name: x"),
        told(
            mistake(7, "microgrids.A.bus", "is missing"),
            mistake(9, "name", "x"),
            mistake(7, "microgrids.B.bus", "is missing"),
            mistake(7, "microgrids.C.bus", "is missing")));
  }

  @Test
  void tellsWhatIsWrittenInSeveralPlacesSeveralTimes() {
    assertEquals(
        List.of("s.yaml:7:3: microgrids.A: x", "s.yaml:8:3: microgrids.B: x"),
        told(mistake(7, "microgrids.A", "x"), mistake(8, "microgrids.B", "x")));
    assertEquals(
        List.of("s.yaml:7:3: microgrids.A.p: x", "s.yaml:7:3: microgrids.B.q: x"),
        told(mistake(7, "microgrids.A.p", "x"), mistake(7, "microgrids.B.q", "x")));
  }

  @Test
  void overlooksTheMicrogridAndItsNumberInAMessage() {
    assertEquals(
        List.of("s.yaml:7:3: microgrids.MG1: MG1 has no bus 'b1.1' (also in MG2, MG10)"),
        told(
            mistake(7, "microgrids.MG1", "MG1 has no bus 'b1.1'"),
            mistake(7, "microgrids.MG2", "MG2 has no bus 'b2.2'"),
            mistake(7, "microgrids.MG10", "MG10 has no bus 'b10.10'")));
  }

  @Test
  void doesNotTakeAnyNumberForTheMicrogrids() {
    String message = "no bus '9'; it has 1, 2, 3";
    assertEquals(
        List.of("s.yaml:7:3: microgrids.MG1: " + message + " (also in MG2, MG3)"),
        told(
            mistake(7, "microgrids.MG1", message),
            mistake(7, "microgrids.MG2", message),
            mistake(7, "microgrids.MG3", message)));
    assertEquals(
        List.of("s.yaml:7:3: microgrids.MG1: is 10", "s.yaml:7:3: microgrids.MG2: is 20"),
        told(mistake(7, "microgrids.MG1", "is 10"), mistake(7, "microgrids.MG2", "is 20")));
  }

  @Test
  void namesTheFirstAndTheLastOfManyMicrogrids() {
    List<Mistake> all = new ArrayList<>();
    for (int n = 1; n <= 100; n++) {
      all.add(mistake(7, "microgrids.MG" + n + ".devices", "x"));
    }
    ScenarioException once = new ScenarioException(all);
    assertEquals(
        "s.yaml:7:3: microgrids.MG1.devices: x (also in MG2, MG3, MG4, …, MG100: 99 more)",
        once.getMessage());
    assertEquals(once.mistakes(), new ScenarioException(once.mistakes()).mistakes());
  }
}
