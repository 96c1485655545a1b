package powergrid.baselines.clairvoyant;

import java.util.Locale;
import powergrid.api.network.Branch;
import powergrid.api.network.Line;
import powergrid.api.network.Network;
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.network.Transformer;

/** Checks that no branch of a network can give power: what it takes is then not below 0. */
final class Losses {
  /** Published impedances have no more digits than these. */
  private static final double ROUNDING = 1e-9;

  private Losses() {}

  static void requireNotNegative(Network network) {
    for (Branch branch : network.branches()) {
      boolean passive =
          branch instanceof Line line
              ? isPositive(line.rOhm())
              : !(branch instanceof Transformer t) || (t.rPu() >= 0 && t.gPu() >= 0);
      if (!passive) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "branch %s of %s could give power, by its resistances: no bound can be proven",
                branch.id(),
                network.name()));
      }
    }
  }

  /** Whether a matrix is positive semidefinite: all its principal minors are not negative. */
  private static boolean isPositive(SymmetricMatrix r) {
    double largest = Math.max(r.aa(), Math.max(r.bb(), r.cc()));
    double ab = r.aa() * r.bb() - r.ab() * r.ab();
    double ac = r.aa() * r.cc() - r.ac() * r.ac();
    double bc = r.bb() * r.cc() - r.bc() * r.bc();
    double abc =
        r.aa() * bc
            - r.ab() * (r.ab() * r.cc() - r.bc() * r.ac())
            + r.ac() * (r.ab() * r.bc() - r.bb() * r.ac());
    double square = largest * largest;
    return Math.min(r.aa(), Math.min(r.bb(), r.cc())) >= 0
        && Math.min(ab, Math.min(ac, bc)) >= -ROUNDING * square
        && abc >= -ROUNDING * square * largest;
  }
}
