package powergrid.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RecordNumbersTest {
  /** One of each. */
  public record Mixed(double share, int neighbours, boolean last) {}

  /** What is no number. */
  public record Named(String name) {}

  @Test
  void takesARecordApartAndPutsItTogether() {
    RecordNumbers numbers = RecordNumbers.of(Mixed.class);
    assertEquals(13, numbers.bytes(), "8, 4 and 1");
    double[] read = new double[3];
    numbers.read(new Mixed(0.1, -7, true), read);
    assertArrayEquals(new double[] {0.1, -7, 1}, read);
    assertEquals(new Mixed(0.1, -7, true), numbers.make(read));
    assertEquals(new Mixed(-0.0, 1, false), numbers.copy(new Mixed(-0.0, 1, false)));
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertEquals(
        "Named.name is a String; a message is made of double, int and boolean",
        assertThrows(IllegalArgumentException.class, () -> RecordNumbers.of(Named.class))
            .getMessage());
  }
}
