package powergrid.engine.world;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import powergrid.api.dataset.Column;
import powergrid.api.dataset.Dataset;
import powergrid.api.dataset.Known;
import powergrid.api.dataset.Period;
import powergrid.api.dataset.Series;
import powergrid.api.planning.Foresight;
import powergrid.api.random.RandomStream;
import powergrid.api.scenario.Clock;
import powergrid.api.space.Axis;

/**
 * The exogenous series of an episode. Drawn at reset for one interval before the first step (what
 * was known before), every step, one after the last (what is observed at the end), and as many more
 * as forecasts reach.
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
    int beyond;

    Source(String stream, Dataset dataset) {
      this.stream = stream;
      this.dataset = dataset;
    }
  }

  private final Clock clock;
  private final List<Source> sources = new ArrayList<>();
  private final List<View> views = new ArrayList<>();
  private int[] days;
  private double[] actual = new double[0];
  private double[] known = new double[0];
  private double[] forecasts = new double[0];
  private int interval = -1;

  /**
   * No series yet.
   *
   * @param clock the scenario's time
   */
  public Exogenous(Clock clock) {
    this.clock = clock;
    days = IntStream.range(0, clock.days()).toArray();
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
    size(source);
    actual = Arrays.copyOf(actual, views.size());
    known = Arrays.copyOf(known, views.size());
    return view;
  }

  /**
   * Has a series forecast. While an environment is assembled.
   *
   * @param name of a series that was added
   * @param forecast of it alone
   */
  public void forecast(String name, Forecast forecast) {
    View view = views.get(indexOf(name));
    view.forecast = forecast;
    for (Source source : sources) {
      if (source.series.contains(view.index)) {
        source.beyond = Math.max(source.beyond, forecast.horizon());
        size(source);
      }
    }
    forecasts = new double[forecasts.length + forecast.leads()];
  }

  /** Makes room for all of a dataset's columns. */
  private void size(Source source) {
    source.out = new double[source.columns.size()][own() + source.beyond];
    for (int i = 0; i < source.columns.size(); i++) {
      views.get(source.series.get(i)).values(source.out[i]);
    }
  }

  /** How many values an episode has without what is only forecast. */
  private int own() {
    return clock.steps() + 2;
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

  /** How many steps an episode has. */
  int steps() {
    return clock.steps();
  }

  /** What a series is taken to be some intervals after the one that is decided next. */
  double outlook(Series series, Foresight foresight, int ahead) {
    View view = (View) series;
    double told =
        switch (foresight) {
          case PERFECT -> view.values[interval + 1 + ahead];
          case FORECAST -> view.forecast(ahead);
          case PERSISTENCE -> view.ahead(ahead);
        };
    return Double.isNaN(told) ? known[view.index] : told;
  }

  /** What a series was some intervals before the one that is decided next. */
  double past(int series, int before) {
    return views.get(series).values[interval + 1 - before];
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

  /** What is told of the intervals ahead, by {@link #forecastAxes()}; live. */
  double[] forecasts() {
    return forecasts;
  }

  /** One for every lead of every forecast, e.g. {@code forecast.load.90min}. */
  List<Axis> forecastAxes() {
    List<Axis> axes = new ArrayList<>();
    for (View view : views) {
      Column c = view.column;
      for (int i = 0; view.forecast != null && i < view.forecast.leads(); i++) {
        String name = "forecast." + c.name() + "." + clock.lasting(view.forecast.lead(i));
        axes.add(Axis.real(name, c.unit(), c.low(), c.high()));
      }
    }
    return axes;
  }

  /**
   * Has episodes begin on some of the clock's days only.
   *
   * @param those days after the clock's start, at least one
   */
  public void days(int... those) {
    days = those.clone();
  }

  /** Draws an episode: its day from the stream itself, each dataset from a stream of its own. */
  LocalDateTime draw(RandomStream random) {
    int which = days.length > 1 ? random.split("day").nextInt(days.length) : 0;
    LocalDateTime start = clock.start().plusDays(days[which]);
    LocalDateTime before = start.minus(clock.step());
    for (Source source : sources) {
      Period period = new Period(before, clock.step(), own() + source.beyond);
      source.dataset.fill(period, random.split(source.stream), source.columnIndices, source.out);
    }
    for (View view : views) {
      view.multiply();
      if (view.forecast != null) {
        view.forecast.draw(random.split("forecast of " + view.name), own());
      }
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
    int cell = 0;
    for (int v = 0; v < known.length; v++) {
      View view = views.get(v);
      for (int i = 0; view.forecast != null && i < view.forecast.leads(); i++) {
        forecasts[cell++] = view.forecast(view.forecast.lead(i));
      }
    }
  }

  private final class View implements Series {
    private final int index;
    private final String name;
    private final Column column;
    private final Known when;
    private final double scale;
    private double[] values;
    private Forecast forecast;

    View(int index, String name, Column column, Known when, double scale) {
      this.index = index;
      this.name = name;
      this.when = when;
      this.scale = scale;
      double a = column.low() * scale;
      double b = column.high() * scale;
      this.column = new Column(name, column.unit(), Math.min(a, b), Math.max(a, b), when);
    }

    void values(double[] drawn) {
      values = drawn;
      if (forecast != null) {
        forecast.of(drawn, column);
      }
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
      return when == Known.AHEAD && intervals >= 0 && i < own() - 1
          ? values[i]
          : intervals == 0 && when == Known.NOW ? known[index] : Double.NaN;
    }

    @Override
    public double forecast(int intervals) {
      double value = ahead(intervals);
      if (forecast == null || intervals < 0 || !Double.isNaN(value)) {
        return value;
      }
      int last = when == Known.AFTER ? interval : interval + 1;
      return intervals > forecast.horizon()
          ? Double.NaN
          : forecast.at(interval + 1 + intervals, last);
    }

    @Override
    public Column column() {
      return column;
    }
  }
}
