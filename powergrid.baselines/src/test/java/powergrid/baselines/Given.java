package powergrid.baselines;

import java.util.List;
import java.util.Map;
import powergrid.api.dataset.Column;
import powergrid.api.dataset.Dataset;
import powergrid.api.dataset.DatasetFactory;
import powergrid.api.dataset.Known;
import powergrid.api.dataset.Period;
import powergrid.api.plugin.NoFields;
import powergrid.api.random.RandomStream;

/**
 * Series of given values, one a step; what was before the first, and after the last, is like it.
 */
final class Given implements DatasetFactory<NoFields>, Dataset {
  private static final double MOST = 2000;

  private final List<Column> columns;
  private final List<double[]> values;

  Given(Map<String, double[]> series) {
    columns =
        series.keySet().stream()
            .sorted()
            .map(name -> new Column(name, "", name.equals("price") ? -MOST : 0, MOST, Known.AFTER))
            .toList();
    values = columns.stream().map(column -> series.get(column.name())).toList();
  }

  @Override
  public Class<NoFields> configType() {
    return NoFields.class;
  }

  @Override
  public Dataset create(NoFields configuration) {
    return this;
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public void fill(Period period, RandomStream random, int[] wanted, double[][] out) {
    for (int i = 0; i < wanted.length; i++) {
      double[] all = values.get(wanted[i]);
      for (int t = 0; t < period.intervals(); t++) {
        out[i][t] = all[Math.max(0, Math.min(all.length - 1, t - 1))];
      }
    }
  }
}
