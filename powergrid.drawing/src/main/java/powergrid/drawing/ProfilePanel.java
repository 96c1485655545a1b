package powergrid.drawing;

import java.util.Arrays;
import java.util.Locale;
import powergrid.api.network.Branch;

/** The voltage profile: magnitudes by phase over the distance from the source, limits dashed. */
final class ProfilePanel {
  /** Colours that colour-blind readers can tell apart (M. Okabe, K. Ito). */
  private static final String[] PHASES = {"#0072b2", "#d55e00", "#009e73"};

  private static final String INK = "#333333";
  private static final String GRID = "#e5e5e5";
  private static final double SIZE = 11;

  private final Frame frame;
  private final Shape shape;
  private final Voltages voltages;
  private final double[] distance;
  private final Ticks along;
  private final Ticks up;

  ProfilePanel(Frame frame, Shape shape, Voltages voltages) {
    this.frame = frame;
    this.shape = shape;
    this.voltages = voltages;
    distance =
        shape.hasLengths()
            ? shape.km
            : Arrays.stream(shape.hops).mapToDouble(h -> h < 0 ? Double.NaN : h).toArray();
    along = new Ticks(0, Arrays.stream(distance).filter(d -> d >= 0).max().orElse(1), 8);
    double least = VoltageColours.LOW_PU;
    double greatest = VoltageColours.HIGH_PU;
    for (int bus = 0; bus < distance.length; bus++) {
      for (int phase = 0; phase < 3; phase++) {
        double pu = voltages.of(bus, phase);
        least = pu < least ? pu : least;
        greatest = pu > greatest ? pu : greatest;
      }
    }
    up = new Ticks(least - 0.005, greatest + 0.005, 6);
  }

  private double x(double km) {
    return frame.left() + (km - along.low) / (along.high - along.low) * width();
  }

  private double y(double pu) {
    return frame.bottom() - (pu - up.low) / (up.high - up.low) * (frame.bottom() - frame.top());
  }

  private double width() {
    return frame.right() - frame.left();
  }

  void draw(Svg svg) {
    axes(svg);
    for (double limit : new double[] {VoltageColours.LOW_PU, VoltageColours.HIGH_PU}) {
      svg.line(frame.left(), y(limit), frame.right(), y(limit), "#b2182b", 1, "6 4");
    }
    for (int e = 0; e < shape.network.branches().size(); e++) {
      if (shape.closed[e]) {
        branch(svg, e);
      }
    }
    for (int bus = 0; bus < distance.length; bus++) {
      for (int phase = 0; phase < 3; phase++) {
        double pu = voltages.of(bus, phase);
        if (pu > 0 && distance[bus] >= 0) {
          svg.circle(x(distance[bus]), y(pu), 1.8, PHASES[phase], "none");
        }
      }
    }
    legend(svg);
  }

  private void branch(Svg svg, int e) {
    Branch branch = shape.network.branches().get(e);
    int from = shape.from(e);
    int to = shape.to(e);
    for (int phase = 0; phase < 3; phase++) {
      double atFrom = voltages.of(from, phase);
      double atTo = voltages.of(to, phase);
      if (branch.phases().has(phase) && atFrom > 0 && atTo > 0) {
        svg.line(x(distance[from]), y(atFrom), x(distance[to]), y(atTo), PHASES[phase], 1.4);
      }
    }
  }

  private void axes(Svg svg) {
    for (int k = 0; k < along.count(); k++) {
      double at = x(along.at(k));
      svg.line(at, frame.top(), at, frame.bottom(), GRID, 1);
      svg.text(
          at,
          frame.bottom() + 15,
          SIZE,
          Svg.Anchor.MIDDLE,
          INK,
          text(along.at(k), along.decimals()));
    }
    for (int k = 0; k < up.count(); k++) {
      double at = y(up.at(k));
      svg.line(frame.left(), at, frame.right(), at, GRID, 1);
      svg.text(frame.left() - 6, at + 4, SIZE, Svg.Anchor.END, INK, text(up.at(k), up.decimals()));
    }
    svg.line(frame.left(), frame.bottom(), frame.right(), frame.bottom(), INK, 1);
    svg.line(frame.left(), frame.top(), frame.left(), frame.bottom(), INK, 1);
    svg.text(
        frame.left() + width() / 2,
        frame.bottom() + 32,
        SIZE,
        Svg.Anchor.MIDDLE,
        INK,
        shape.hasLengths() ? "distance from the source [km]" : "branches from the source");
    svg.text(frame.left() - 36, frame.top() - 8, SIZE, Svg.Anchor.START, INK, "voltage [pu]");
  }

  private void legend(Svg svg) {
    for (int phase = 0; phase < 3; phase++) {
      double left = frame.right() - 150 + 50 * phase;
      svg.line(left, frame.top() - 11, left + 18, frame.top() - 11, PHASES[phase], 2);
      svg.text(
          left + 23,
          frame.top() - 7,
          SIZE,
          Svg.Anchor.START,
          INK,
          "abc".substring(phase, phase + 1));
    }
    svg.text(frame.right() - 158, frame.top() - 7, SIZE, Svg.Anchor.END, INK, "phase");
  }

  private static String text(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value + 0.0);
  }
}
