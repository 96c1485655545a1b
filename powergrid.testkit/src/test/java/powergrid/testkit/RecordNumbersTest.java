package powergrid.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import powergrid.api.message.MessageType;
import powergrid.api.message.Payload;

class RecordNumbersTest {
  /** One of each. */
  public record Mixed(double share, int neighbours, boolean last) implements Payload {}

  /** Many numbers. */
  @SuppressWarnings("ArrayRecordComponent") // as messages may have
  public record Profile(boolean firm, double[] pMw, int first) implements Payload {}

  /** What is no number. */
  public record Named(String name) implements Payload {}

  @Test
  void takesARecordApartAndPutsItTogether() {
    RecordNumbers numbers = RecordNumbers.of(MessageType.hidden(Mixed.class));
    assertEquals(13, numbers.bytes(), "8, 4 and 1");
    double[] read = new double[3];
    numbers.read(new Mixed(0.1, -7, true), read);
    assertArrayEquals(new double[] {0.1, -7, 1}, read);
    assertEquals(new Mixed(0.1, -7, true), numbers.make(read));
    assertEquals(new Mixed(-0.0, 1, false), numbers.copy(new Mixed(-0.0, 1, false)));
  }

  @Test
  void arraysHaveTheLengthThatIsDeclared() {
    RecordNumbers numbers = RecordNumbers.of(MessageType.observed(Profile.class, 3));
    assertEquals(1 + 3 * 8 + 4, numbers.bytes());
    assertEquals("pMw", numbers.component(3).getName());
    double[] profile = {0.5, -1, 2};
    Profile copy = (Profile) numbers.copy(new Profile(true, profile, 7));
    assertArrayEquals(profile, copy.pMw());
    assertEquals(7, copy.first());
    assertEquals(
        "Profile.pMw has 2 numbers; declared are 3",
        assertThrows(
                IllegalArgumentException.class,
                () -> numbers.copy(new Profile(true, new double[2], 7)))
            .getMessage());
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertEquals(
        "Named.name is a String; a message is made of double, int, boolean and double[]",
        assertThrows(
                IllegalArgumentException.class,
                () -> RecordNumbers.of(MessageType.hidden(Named.class)))
            .getMessage());
  }
}
