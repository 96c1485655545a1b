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

  /** Arrays that are as long as they are. */
  @SuppressWarnings("ArrayRecordComponent") // as messages may have
  public record Network(int samples, float[] weights, double[] moments) implements Payload {}

  /** What is no number. */
  public record Named(String name) implements Payload {}

  @Test
  void takesARecordApartAndPutsItTogether() {
    RecordNumbers numbers = RecordNumbers.of(MessageType.hidden(Mixed.class));
    assertEquals(13, numbers.bytes(new Mixed(0.1, -7, true)), "8, 4 and 1");
    double[] read = new double[3];
    numbers.read(new Mixed(0.1, -7, true), read);
    assertArrayEquals(new double[] {0.1, -7, 1}, read);
    assertEquals(new Mixed(0.1, -7, true), numbers.make(read));
    assertEquals(new Mixed(-0.0, 1, false), numbers.copy(new Mixed(-0.0, 1, false)));
  }

  @Test
  void arraysHaveTheLengthThatIsDeclared() {
    RecordNumbers numbers = RecordNumbers.of(MessageType.observed(Profile.class, 3));
    assertEquals(1 + 3 * 8 + 4, numbers.bytes(new Profile(true, new double[3], 7)));
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
  void arraysOfAnyLengthAreCopiedAndCounted() {
    RecordNumbers numbers = RecordNumbers.of(MessageType.ofAnyLength(Network.class));
    float[] weights = {1, 2, 3};
    Network said = new Network(5, weights, new double[] {0.5});
    assertEquals(4 + (4 + 3 * 4) + (4 + 8), numbers.bytes(said));
    double[] read = new double[3];
    numbers.read(said, read);
    assertArrayEquals(new double[] {5, 3, 1}, read, "lengths stand for what they hold");
    Network copy = (Network) numbers.copy(said);
    assertArrayEquals(weights, copy.weights());
    assertArrayEquals(new double[] {0.5}, copy.moments());
    assertEquals(5, copy.samples());
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertEquals(
        "Named.name is a String; a message is made of double, int, boolean, double[] and float[]",
        assertThrows(
                IllegalArgumentException.class,
                () -> RecordNumbers.of(MessageType.hidden(Named.class)))
            .getMessage());
  }
}
