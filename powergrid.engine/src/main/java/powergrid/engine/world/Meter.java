package powergrid.engine.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import powergrid.api.network.Connection;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/**
 * What is known of every device without its doing: realised power, voltage and current, all
 * together and by phase, and what it booked in the last step.
 */
final class Meter {
  /** How many of the readings are of all phases together; they come first. */
  static final int TOTALS = 3;

  private static final String FEATURE = "electrical.";
  private static final String[] PHASES = {"a", "b", "c"};
  private static final String[] PAIRS = {"ab", "bc", "ca"};
  private static final double ANY = Double.POSITIVE_INFINITY;

  private final DeviceTerminal terminal;
  private final Booking booking;
  private final Space space;

  /** Its axes' names, without the feature where that is {@code electrical}. */
  private final String[] shortNames;

  private final double[] values;

  Meter(DeviceTerminal terminal, Booking booking) {
    this.terminal = terminal;
    this.booking = booking;
    space = space(terminal.connection(), terminal::connects);
    shortNames =
        space.axes().stream().map(a -> a.name().replace(FEATURE, "")).toArray(String[]::new);
    values = new double[space.size()];
  }

  /** What is read of a device that is connected so. */
  static Space space(Connection connection, IntPredicate connects) {
    List<Axis> axes = new ArrayList<>();
    axes.add(Axis.real(FEATURE + "pMw", "MW", -ANY, ANY));
    axes.add(Axis.real(FEATURE + "qMvar", "MVAr", -ANY, ANY));
    axes.add(Axis.real(FEATURE + "voltagePu", "pu", 0, ANY));
    String[] names = connection == Connection.WYE ? PHASES : PAIRS;
    for (int phase = 0; phase < 3; phase++) {
      if (connects.test(phase)) {
        axes.add(Axis.real(FEATURE + "pMw." + names[phase], "MW", -ANY, ANY));
        axes.add(Axis.real(FEATURE + "qMvar." + names[phase], "MVAr", -ANY, ANY));
        axes.add(Axis.real(FEATURE + "voltagePu." + names[phase], "pu", 0, ANY));
        axes.add(Axis.real(FEATURE + "currentA." + names[phase], "A", 0, ANY));
      }
    }
    axes.add(Axis.real("economics.costUsd", "USD", -ANY, ANY));
    axes.add(Axis.real("economics.revenueUsd", "USD", 0, ANY));
    return Space.of(axes);
  }

  /** The index of a reading by its name or its short one; −1 where there is none. */
  int index(String name) {
    for (int i = 0; i < shortNames.length; i++) {
      if (shortNames[i].equals(name)) {
        return i;
      }
    }
    return space.indexOf(name);
  }

  /** The readings' names as a protocol writes them. */
  List<String> shortNames() {
    return List.of(shortNames);
  }

  /** What it reads. */
  Space space() {
    return space;
  }

  /** The readings; live. */
  double[] values() {
    return values;
  }

  /** Takes over what the solve made of the terminal, and what was booked. */
  void read() {
    double kv = terminal.kv();
    double pu = 0;
    int count = 0;
    int i = TOTALS;
    for (int phase = 0; phase < 3; phase++) {
      if (terminal.connects(phase)) {
        double p = terminal.realisedMw(phase);
        double q = terminal.realisedMvar(phase);
        double v = terminal.realisedVoltagePu(phase);
        values[i++] = p;
        values[i++] = q;
        values[i++] = v;
        values[i++] = v > 0 ? 1000 * Math.sqrt(p * p + q * q) / (v * kv) : 0;
        pu += v;
        count++;
      }
    }
    values[0] = terminal.realisedMw();
    values[1] = terminal.realisedMvar();
    values[2] = pu / count;
    values[i++] = booking.booked();
    values[i] = booking.earned();
  }

  /** Forgets: an episode begins. */
  void reset() {
    java.util.Arrays.fill(values, 0);
    booking.open();
  }
}
