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
    column = new Column(name, "", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, known);
    this.values = values.clone();
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

  private double at(int interval) {
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
