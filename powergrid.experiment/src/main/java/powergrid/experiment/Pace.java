package powergrid.experiment;

import java.io.IOException;

/**
 * Keeps the rewriting of growing files to a twentieth of the time: an experiment of many short
 * episodes would otherwise write more than it simulates. One that is slow writes at once.
 */
final class Pace {
  private static final int SHARE = 20;

  private boolean behind;
  private long due = System.nanoTime();

  /** Notes that there is something to be written. */
  void fallBehind() {
    behind = true;
  }

  /** Whether there is something to be written. */
  boolean behind() {
    return behind;
  }

  /** How long until it may be written. */
  long nanosLeft() {
    return Math.max(0, due - System.nanoTime());
  }

  /** Writes what there is to be written, if it is time. */
  void write(Recording recording) throws IOException {
    long start = System.nanoTime();
    if (behind && start - due >= 0) {
      recording.write();
      long end = System.nanoTime();
      due = end + SHARE * (end - start);
      behind = false;
    }
  }
}
