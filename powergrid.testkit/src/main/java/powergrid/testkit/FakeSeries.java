package powergrid.testkit;

import powergrid.api.dataset.Column;
import powergrid.api.dataset.Known;
import powergrid.api.dataset.Series;

/** A series of given values, the last of which lasts. */
public final class FakeSeries implements Series {
  private final Column column;
  private double[] values;
  private double[] told = {};
  private int now;

  /**
   * A series.
   *
   * @param name of its column
   * @param known when agents know a value
   * @param values one an interval
   */
  public FakeSeries(String name, Known known, double... values) {
    this(new Column(name, "", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, known), values);
  }

  /**
   * A series with unit and bounds.
   *
   * @param column what it is
   * @param values one an interval
   */
  public FakeSeries(Column column, double... values) {
    this.column = column;
    this.values = values.clone();
  }

  /** The same, known at the start of each interval where it would be known after it. */
  FakeSeries foreknown() {
    if (column.known() != Known.AFTER) {
      return this;
    }
    Column now = new Column(column.name(), column.unit(), column.low(), column.high(), Known.NOW);
    FakeSeries series = new FakeSeries(now, values);
    series.told = told;
    series.now = this.now;
    return series;
  }

  /** Replaces its values from the present interval on. */
  void coming(double... replaced) {
    double[] all = new double[now + replaced.length];
    for (int i = 0; i < now; i++) {
      all[i] = at(i);
    }
    System.arraycopy(replaced, 0, all, now, replaced.length);
    values = all;
  }

  /**
   * Replaces its values.
   *
   * @param replaced one an interval
   */
  public void values(double... replaced) {
    values = replaced.clone();
  }

  /**
   * Has it forecast.
   *
   * @param forecasts what is told of each interval beforehand, counted as the values are
   * @return this
   */
  public FakeSeries forecasts(double... forecasts) {
    told = forecasts.clone();
    return this;
  }

  /**
   * Moves to an interval.
   *
   * @param interval 0 for the first
   */
  public void now(int interval) {
    now = interval;
  }

  /** Its value in an interval. */
  double at(int interval) {
    return values[Math.max(0, Math.min(values.length - 1, interval))];
  }

  @Override
  public double actual() {
    return at(now);
  }

  @Override
  public double known() {
    return at(column.known() == Known.AFTER ? now - 1 : now);
  }

  @Override
  public double ahead(int intervals) {
    boolean knowable =
        column.known() == Known.AHEAD || (column.known() == Known.NOW && intervals == 0);
    return knowable && now + intervals < values.length ? at(now + intervals) : Double.NaN;
  }

  @Override
  public double forecast(int intervals) {
    double known = ahead(intervals);
    int at = now + intervals;
    return Double.isNaN(known) && intervals >= 0 && at < told.length ? told[at] : known;
  }

  @Override
  public Column column() {
    return column;
  }
}
