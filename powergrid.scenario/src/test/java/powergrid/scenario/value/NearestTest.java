package powergrid.scenario.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  @ParameterizedTest
  @CsvSource({
    "microgird, microgrids",
    "MICROGRIDS, microgrids",
    "clok, clock",
    "tpye, type",
    "energy, energyMwh",
    "busName, bus"
  })
  void aSlipOrABeginningIsFound(String written, String meant) {
    List<String> known = List.of("microgrids", "clock", "type", "energyMwh", "bus");
    assertEquals(Optional.of(meant), Nearest.of(written, known));
  }

  @ParameterizedTest
  @CsvSource({"taps, type", "id, bus", "x, y", "colour, clock"})
  void anotherWordIsNoSlip(String written, String known) {
    assertEquals(Optional.empty(), Nearest.of(written, List.of(known)));
  }

  @Test
  void theNearerOfTwoIsMeant() {
    assertEquals(Optional.of("pMinMw"), Nearest.of("pMinMW", List.of("pMaxMw", "pMinMw")));
    assertEquals(Optional.of("steps"), Nearest.of("stepss", List.of("step", "steps")));
  }
}
