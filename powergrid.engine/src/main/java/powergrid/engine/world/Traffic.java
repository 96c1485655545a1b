package powergrid.engine.world;

/** Counts what is sent in a step: a message an addressee. */
final class Traffic {
  private long messages;
  private long bytes;
  private long lost;

  void clear() {
    messages = 0;
    bytes = 0;
    lost = 0;
  }

  void count(int size) {
    count(1, size);
  }

  void count(int addressees, int size) {
    messages += addressees;
    bytes += size;
  }

  /** Counts a message, counted already, as one that never arrives. */
  void lose() {
    lost++;
  }

  long messages() {
    return messages;
  }

  long bytes() {
    return bytes;
  }

  long lost() {
    return lost;
  }
}
