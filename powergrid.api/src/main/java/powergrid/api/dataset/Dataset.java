package powergrid.api.dataset;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import powergrid.api.random.RandomStream;

/** A source of exogenous series. Immutable: shared by all environments and threads. */
@ConsumerType
public interface Dataset {
  /**
   * What it has.
   *
   * @return its columns
   */
  List<Column> columns();

  /**
   * Fills the values of some columns for an episode. Columns drawn together belong together: the
   * same weather, the same day. The same stream gives the same values whatever columns are asked
   * for, and a longer period begins with the values of a shorter one.
   *
   * @param period the intervals
   * @param random the episode's stream for this dataset; to be split by name for each purpose
   * @param columns indices in {@link #columns()}
   * @param out an array a column asked for, each of {@code period.intervals()} mean values
   */
  void fill(Period period, RandomStream random, int[] columns, double[][] out);
}
