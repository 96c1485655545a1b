package powergrid.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import powergrid.api.network.Branch;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Network;
import powergrid.api.network.Regulator;
import powergrid.api.network.Source;
import powergrid.api.network.Transformer;

/** The map: branches and buses in the colours of their voltages, with the equipment marked. */
final class MapPanel {
  private static final double LABEL = 10;
  private static final double CHARACTER = 0.6 * LABEL;
  private static final String INK = "#333333";

  private final Frame frame;
  private final Shape shape;
  private final Voltages voltages;
  private final double[] x;
  private final double[] y;
  private final List<double[]> taken = new ArrayList<>();

  MapPanel(Frame frame, Shape shape, Voltages voltages) {
    this.frame = frame;
    this.shape = shape;
    this.voltages = voltages;
    Layout layout = new Layout(shape);
    x = layout.x;
    y = layout.y;
    fit();
  }

  /** How high a map is best, given its width: from the shape of the network. */
  static double height(Shape shape, double width) {
    Layout layout = new Layout(shape);
    double wide = extent(layout.x);
    double high = extent(layout.y);
    double ratio = wide > 0 ? high / wide : high > 0 ? 1 : 0;
    return Math.min(0.75 * width, Math.max(0.35 * width, ratio * width));
  }

  private static double extent(double[] values) {
    return Arrays.stream(values).max().orElse(0) - Arrays.stream(values).min().orElse(0);
  }

  private void fit() {
    fit(x, frame.left() + 30, frame.right() - 50);
    fit(y, frame.top() + 15, frame.bottom() - 15);
  }

  private static void fit(double[] values, double low, double high) {
    double least = Arrays.stream(values).min().orElse(0);
    double extent = extent(values);
    for (int i = 0; i < values.length; i++) {
      values[i] = extent > 0 ? low + (values[i] - least) / extent * (high - low) : (low + high) / 2;
    }
  }

  void draw(Svg svg) {
    Network network = shape.network;
    for (int e = 0; e < network.branches().size(); e++) {
      branch(svg, e);
    }
    for (int e = 0; e < network.branches().size(); e++) {
      symbol(svg, e);
    }
    double radius = network.buses().size() > 200 ? 2 : 4;
    for (int bus = 0; bus < x.length; bus++) {
      double pu = voltages.furthest(bus);
      boolean dark = Double.isNaN(pu);
      svg.circle(
          x[bus],
          y[bus],
          radius,
          dark ? "#ffffff" : VoltageColours.of(pu),
          dark ? INK : "none",
          voltages.words(bus));
      taken.add(new double[] {x[bus] - 4, y[bus] - 4, x[bus] + 4, y[bus] + 4});
    }
    for (Source source : network.sources()) {
      int bus = network.busIndex(source.bus());
      svg.rectangle(x[bus] - 6, y[bus] - 6, 12, 12, "#ffffff", INK);
      svg.rectangle(
          x[bus] - 3, y[bus] - 3, 6, 6, VoltageColours.of(voltages.furthest(bus)), "none");
    }
    capacitors(svg);
    labels(svg);
    legend(svg);
  }

  private void branch(Svg svg, int e) {
    int from = shape.from(e);
    int to = shape.to(e);
    int phases = shape.network.branches().get(e).phases().count();
    double width = shape.network.buses().size() > 200 ? 0.5 + 0.5 * phases : 1 + phases;
    double pu = (voltages.furthest(from) + voltages.furthest(to)) / 2;
    if (!shape.closed[e] || Double.isNaN(pu)) {
      svg.line(x[from], y[from], x[to], y[to], "#999999", 1, "4 4");
      return;
    }
    // two halves, each in the colour of its end
    double middleX = (x[from] + x[to]) / 2;
    double middleY = (y[from] + y[to]) / 2;
    svg.line(x[from], y[from], middleX, middleY, VoltageColours.of(voltages.furthest(from)), width);
    svg.line(middleX, middleY, x[to], y[to], VoltageColours.of(voltages.furthest(to)), width);
  }

  private void symbol(Svg svg, int e) {
    Branch branch = shape.network.branches().get(e);
    double middleX = (x[shape.from(e)] + x[shape.to(e)]) / 2;
    double middleY = (y[shape.from(e)] + y[shape.to(e)]) / 2;
    if (branch instanceof Transformer) {
      double dx = x[shape.to(e)] - x[shape.from(e)];
      double dy = y[shape.to(e)] - y[shape.from(e)];
      double length = Math.hypot(dx, dy);
      double step = length > 0 ? 3 / length : 0;
      svg.circle(middleX - step * dx, middleY - step * dy, 5, "none", INK);
      svg.circle(middleX + step * dx, middleY + step * dy, 5, "none", INK);
    } else if (branch instanceof Regulator) {
      svg.circle(middleX, middleY, 6, "#ffffff", INK);
      svg.text(middleX, middleY + 3, 8, Svg.Anchor.MIDDLE, INK, "R");
    } else if (!shape.closed[e]) {
      svg.line(middleX - 4, middleY - 4, middleX + 4, middleY + 4, INK, 1.5);
      svg.line(middleX - 4, middleY + 4, middleX + 4, middleY - 4, INK, 1.5);
    }
    taken.add(new double[] {middleX - 5, middleY - 5, middleX + 5, middleY + 5});
  }

  private void capacitors(Svg svg) {
    Set<String> buses = new HashSet<>();
    for (Capacitor capacitor : shape.network.capacitors()) {
      if (buses.add(capacitor.bus())) {
        int bus = shape.network.busIndex(capacitor.bus());
        svg.line(x[bus], y[bus], x[bus], y[bus] + 8, INK, 1);
        svg.line(x[bus] - 5, y[bus] + 8, x[bus] + 5, y[bus] + 8, INK, 1.5);
        svg.line(x[bus] - 5, y[bus] + 11, x[bus] + 5, y[bus] + 11, INK, 1.5);
        taken.add(new double[] {x[bus] - 5, y[bus], x[bus] + 5, y[bus] + 12});
      }
    }
  }

  /** Names of buses where there is room: off the branches if possible, else across them. */
  private void labels(Svg svg) {
    List<double[]> crossed = crossed();
    for (int bus : shape.order) {
      String name = shape.network.buses().get(bus).id();
      if (!label(svg, bus, name, crossed)) {
        label(svg, bus, name, List.of());
      }
    }
  }

  /** Tries above and below the bus on each side, then beside it, then in the middle. */
  private boolean label(Svg svg, int bus, String name, List<double[]> avoided) {
    double width = CHARACTER * name.length();
    double right = x[bus] + 6;
    double left = x[bus] - 6 - width;
    double middle = x[bus] - width / 2;
    double[][] places = {
      {right, y[bus] - 5},
      {left, y[bus] - 5},
      {right, y[bus] + 12},
      {left, y[bus] + 12},
      {right, y[bus] + 3},
      {left, y[bus] + 3},
      {middle, y[bus] - 8},
      {middle, y[bus] + 15},
    };
    for (double[] at : places) {
      double[] box = {at[0], at[1] - 8, at[0] + width, at[1] + 1};
      boolean inside = box[0] >= frame.left() && box[2] <= frame.right() + 20;
      if (inside && free(box, taken) && free(box, avoided)) {
        taken.add(box);
        svg.text(at[0], at[1], LABEL, Svg.Anchor.START, INK, name);
        return true;
      }
    }
    return false;
  }

  /** Points along the branches, a few pixels apart. */
  private List<double[]> crossed() {
    List<double[]> points = new ArrayList<>();
    for (int e = 0; e < shape.network.branches().size(); e++) {
      double dx = x[shape.to(e)] - x[shape.from(e)];
      double dy = y[shape.to(e)] - y[shape.from(e)];
      int pieces = (int) (Math.hypot(dx, dy) / 4) + 1;
      for (int k = 0; k <= pieces; k++) {
        double px = x[shape.from(e)] + dx * k / pieces;
        double py = y[shape.from(e)] + dy * k / pieces;
        points.add(new double[] {px - 1, py - 1, px + 1, py + 1});
      }
    }
    return points;
  }

  private static boolean free(double[] box, List<double[]> obstacles) {
    return obstacles.stream()
        .noneMatch(t -> box[0] < t[2] && t[0] < box[2] && box[1] < t[3] && t[1] < box[3]);
  }

  private void legend(Svg svg) {
    double left = frame.right() + 5;
    double top = frame.top() + 20;
    int steps = 50;
    double height = 120.0 / steps;
    for (int k = 0; k < steps; k++) {
      double pu =
          VoltageColours.HIGH_PU
              - (k + 0.5) / steps * (VoltageColours.HIGH_PU - VoltageColours.LOW_PU);
      svg.rectangle(left, top + k * height, 12, height + 0.5, VoltageColours.of(pu), "none");
    }
    for (double pu : new double[] {1.05, 1, 0.95}) {
      double at =
          top
              + 120
                  * (VoltageColours.HIGH_PU - pu)
                  / (VoltageColours.HIGH_PU - VoltageColours.LOW_PU);
      String mark = pu > 1 ? "\u2265 " : pu < 1 ? "\u2264 " : "";
      svg.text(
          left + 17,
          at + 4,
          LABEL,
          Svg.Anchor.START,
          INK,
          mark + String.format(Locale.ROOT, "%.2f", pu) + " pu");
    }
  }
}
