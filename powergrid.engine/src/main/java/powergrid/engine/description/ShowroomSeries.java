package powergrid.engine.description;

import powergrid.api.dataset.Column;
import powergrid.api.dataset.Known;
import powergrid.api.dataset.Series;

/**
 * A series of zeros, whatever it is of.
 *
 * @param column without bounds
 */
record ShowroomSeries(Column column) implements Series {
  static ShowroomSeries of(String name) {
    return new ShowroomSeries(
        new Column(name, "", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Known.AHEAD));
  }

  @Override
  public double actual() {
    return 0;
  }

  @Override
  public double known() {
    return 0;
  }

  @Override
  public double ahead(int intervals) {
    return 0;
  }

  @Override
  public double forecast(int intervals) {
    return 0;
  }
}
