package powergrid.engine.world;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.space.Axis;

/**
 * What many neighbours say, as mean, least and greatest of every number and a count of who has
 * spoken: as many numbers whatever their number.
 */
final class Crowd {
  private static final String PREFIX = "neighbours.";

  private final Mailbox[] mailboxes;
  private final List<Axis> axes = new ArrayList<>();
  private final List<int[]> cells = new ArrayList<>();
  private final double[] numbers;

  /** Of mailboxes that hold the same types. */
  Crowd(List<Mailbox> mailboxes) {
    this.mailboxes = mailboxes.toArray(Mailbox[]::new);
    List<Axis> of = new ArrayList<>();
    List<Integer> at = new ArrayList<>();
    mailboxes
        .get(0)
        .observe(
            PREFIX,
            (axis, cell) -> {
              of.add(axis);
              at.add(cell);
            });
    int first = 0;
    for (int i = 0; i < of.size(); i++) {
      if (of.get(i).name().endsWith(".valid")) {
        group(of, at, first, i);
        first = i + 1;
      }
    }
    numbers = new double[axes.size()];
  }

  /** A type's numbers; the last two are its age and whether it is valid. */
  private void group(List<Axis> of, List<Integer> at, int first, int valid) {
    for (int i = first; i < valid - 1; i++) {
      Axis axis = of.get(i);
      for (String what : new String[] {".mean", ".least", ".greatest"}) {
        axes.add(Axis.real(axis.name() + what, axis.unit(), axis.low(), axis.high()));
      }
      cells.add(new int[] {at.get(i), at.get(valid)});
    }
    String type = of.get(valid).name();
    String count = type.substring(0, type.length() - "valid".length()) + "count";
    axes.add(Axis.real(count, "", 0, mailboxes.length));
    cells.add(new int[] {-1, at.get(valid)});
  }

  List<Axis> axes() {
    return axes;
  }

  /** By axis; live. */
  double[] numbers() {
    return numbers;
  }

  /** Sums up what is in the mailboxes now. */
  void look() {
    int next = 0;
    for (int c = 0; c < cells.size(); c++) { // an iterator would be an allocation
      int cell = cells.get(c)[0];
      int valid = cells.get(c)[1];
      int count = 0;
      double sum = 0;
      double least = Double.POSITIVE_INFINITY;
      double greatest = Double.NEGATIVE_INFINITY;
      for (Mailbox mailbox : mailboxes) {
        if (mailbox.numbers()[valid] != 0) {
          double value = cell < 0 ? 0 : mailbox.numbers()[cell];
          count++;
          sum += value;
          least = Math.min(least, value);
          greatest = Math.max(greatest, value);
        }
      }
      if (cell < 0) {
        numbers[next++] = count;
      } else {
        numbers[next++] = count == 0 ? 0 : sum / count;
        numbers[next++] = count == 0 ? 0 : least;
        numbers[next++] = count == 0 ? 0 : greatest;
      }
    }
  }
}
