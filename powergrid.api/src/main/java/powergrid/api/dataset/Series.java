package powergrid.api.dataset;

import org.osgi.annotation.versioning.ProviderType;

/** A column by an episode's clock. */
@ProviderType
public interface Series {
  /**
   * The present interval's value: physics, for {@code act} and {@code settle} only.
   *
   * @return in the column's unit
   */
  double actual();

  /**
   * The newest value that may be known when the present interval's decisions are made: this
   * interval's where it is known ahead or now, else the last interval's.
   *
   * @return in the column's unit
   */
  double known();

  /**
   * A value some intervals ahead, where the series is known ahead.
   *
   * @param intervals 0 for the present interval
   * @return in the column's unit; NaN where it is not known, or past the end
   */
  double ahead(int intervals);

  /**
   * What is known or forecast of an interval when the present one's decisions are made: the value
   * where it is known, as {@link #ahead} has it or because it is the present one's; else the
   * forecast, where the scenario asks for one and it reaches that far.
   *
   * @param intervals 0 for the present interval
   * @return in the column's unit, within its bounds; NaN where there is neither
   */
  double forecast(int intervals);

  /**
   * The column.
   *
   * @return name, unit and bounds
   */
  Column column();
}
