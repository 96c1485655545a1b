package powergrid.experiment.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's correction (Scandinavian Journal of Statistics 6, 1979): of m tests, whatever their
 * dependence, the chance that any true hypothesis is rejected stays below the level.
 */
public final class Holm {
  private Holm() {}

  /**
   * Adjusts p-values: with p₍₁₎ ≤ … ≤ p₍ₘ₎, the k-th becomes the greatest of min(1, (m − j + 1)
   * p₍ⱼ₎) over j ≤ k.
   *
   * @param p of all tests of a family
   * @return to be held against the level, in the same order
   */
  public static double[] adjusted(double[] p) {
    List<Integer> rising =
        IntStream.range(0, p.length).boxed().sorted(Comparator.comparingDouble(i -> p[i])).toList();
    double[] adjusted = new double[p.length];
    double greatest = 0;
    for (int k = 0; k < p.length; k++) {
      int test = rising.get(k);
      greatest = Math.max(greatest, Math.min(1, (p.length - k) * p[test]));
      adjusted[test] = greatest;
    }
    return adjusted;
  }
}
