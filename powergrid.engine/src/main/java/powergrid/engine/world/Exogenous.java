package powergrid.engine.world;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import powergrid.api.dataset.Column;
import powergrid.api.dataset.Dataset;
import powergrid.api.dataset.Known;
import powergrid.api.dataset.Period;
import powergrid.api.dataset.Series;
import powergrid.api.random.RandomStream;
import powergrid.api.scenario.Clock;

/**
 * The exogenous series of an episode. Drawn at reset for one interval before the first step (what
 * was known before), every step, and one after the last (what is observed at the end).
 */
public final class Exogenous {
  /** Columns of one dataset, drawn together. */
  private static final class Source {
    final String stream;
    final Dataset dataset;
    final List<Integer> columns = new ArrayList<>();
    final List<Integer> series = new ArrayList<>();
    int[] columnIndices = new int[0];
    double[][] out = new double[0][];

    Source(String stream, Dataset dataset) {
      this.stream = stream;
      this.dataset = dataset;
    }
  }

  private final Clock clock;
  private final List<Source> sources = new ArrayList<>();
  private final List<View> views = new ArrayList<>();
  private double[] actual = new double[0];
  private double[] known = new double[0];
  private int interval = -1;

  /**
   * No series yet.
   *
   * @param clock the scenario's time
   */
  public Exogenous(Clock clock) {
    this.clock = clock;
  }

  /**
   * Adds a series. While an environment is assembled.
   *
   * @param name of the series
   * @param stream name of the random stream that its dataset draws from
   * @param dataset where it comes from; the same object for columns that belong together
   * @param column index in the dataset
   * @param when agents know it
   * @param scale factor on its values
   * @return the series
   */
  public Series add(
      String name, String stream, Dataset dataset, int column, Known when, double scale) {
    Source source =
        sources.stream()
            .filter(s -> s.dataset == dataset)
            .findFirst()
            .orElseGet(
                () -> {
                  Source added = new Source(stream, dataset);
                  sources.add(added);
                  return added;
                });
    Column c = dataset.columns().get(column);
    View view = new View(views.size(), name, c, when, scale);
    views.add(view);
    source.columns.add(column);
    source.series.add(view.index);
    source.columnIndices = source.columns.stream().mapToInt(Integer::intValue).toArray();
    source.out = new double[source.columns.size()][clock.steps() + 2];
    for (int i = 0; i < source.columns.size(); i++) {
      views.get(source.series.get(i)).values = source.out[i];
    }
    actual = Arrays.copyOf(actual, views.size());
    known = Arrays.copyOf(known, views.size());
    return view;
  }

  /**
   * Finds a series.
   *
   * @param name of the series
   * @return its index, or −1
   */
  public int indexOf(String name) {
    for (int i = 0; i < views.size(); i++) {
      if (views.get(i).name.equals(name)) {
        return i;
      }
    }
    return -1;
  }

  Series series(int index) {
    return views.get(index);
  }

  List<String> names() {
    return views.stream().map(v -> v.name).toList();
  }

  int size() {
    return views.size();
  }

  /** Values of the present interval by series; live. */
  double[] actual() {
    return actual;
  }

  /** Newest values that agents may know by series; live. */
  double[] known() {
    return known;
  }

  /** Draws an episode: its day from the stream itself, each dataset from a stream of its own. */
  LocalDateTime draw(RandomStream random) {
    int day = clock.days() > 1 ? random.split("day").nextInt(clock.days()) : 0;
    LocalDateTime start = clock.start().plusDays(day);
    Period period = new Period(start.minus(clock.step()), clock.step(), clock.steps() + 2);
    for (Source source : sources) {
      source.dataset.fill(period, random.split(source.stream), source.columnIndices, source.out);
    }
    for (View view : views) {
      view.multiply();
    }
    return start;
  }

  /** Makes an interval the present one for physics: 0 is the first step's, −1 the one before. */
  void begin(int interval) {
    for (int i = 0; i < actual.length; i++) {
      actual[i] = views.get(i).values[interval + 1];
    }
  }

  /** Makes an interval the one that is decided next: publishes what may be known of it. */
  void announce(int interval) {
    this.interval = interval;
    for (int i = 0; i < known.length; i++) {
      View view = views.get(i);
      known[i] = view.values[view.when == Known.AFTER ? interval : interval + 1];
    }
  }

  private final class View implements Series {
    private final int index;
    private final String name;
    private final Column column;
    private final Known when;
    private final double scale;
    private double[] values;

    View(int index, String name, Column column, Known when, double scale) {
      this.index = index;
      this.name = name;
      this.when = when;
      this.scale = scale;
      double a = column.low() * scale;
      double b = column.high() * scale;
      this.column = new Column(name, column.unit(), Math.min(a, b), Math.max(a, b), when);
    }

    void multiply() {
      if (scale != 1) {
        for (int i = 0; i < values.length; i++) {
          values[i] *= scale;
        }
      }
    }

    @Override
    public double actual() {
      return actual[index];
    }

    @Override
    public double known() {
      return known[index];
    }

    @Override
    public double ahead(int intervals) {
      int i = interval + 1 + intervals;
      return when == Known.AHEAD && intervals >= 0 && i < values.length - 1
          ? values[i]
          : intervals == 0 && when == Known.NOW ? known[index] : Double.NaN;
    }

    @Override
    public Column column() {
      return column;
    }
  }
}
