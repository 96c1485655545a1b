package powergrid.networks.matpower;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import powergrid.api.network.Phases;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;
import powergrid.networks.balanced.BalancedNetwork;
import powergrid.networks.balanced.DataFile;
import powergrid.networks.balanced.Section;

/**
 * The branches of a case. One with a ratio, a shift or different base voltages is a transformer,
 * any other a line. A transformer's charging, half of it at each end of its impedance, becomes the
 * equivalent T: with z the impedance and y half the charging, 2z/(2+zy) in series and y(2+zy) in
 * the middle.
 */
final class CaseBranches {
  /** Rating, MVA, of a transformer that has none. */
  private static final double UNRATED_MVA = 9999;

  private final DataFile file;
  private final Case data;
  private final Map<Integer, CaseBus> buses;
  private final BalancedNetwork network;
  private final Map<String, Integer> parallels = new HashMap<>();

  CaseBranches(DataFile file, Case data, Map<Integer, CaseBus> buses, BalancedNetwork network) {
    this.file = file;
    this.data = data;
    this.buses = buses;
    this.network = network;
  }

  void convert() {
    for (Case.Row row : data.rows("branch")) {
      Columns branch = new Columns(file, "branch", row, 11);
      CaseBus from = CaseBus.of(buses, branch, 0);
      CaseBus to = CaseBus.of(buses, branch, 1);
      if (from.number() == to.number()) {
        throw branch.error("a branch connects bus " + from.number() + " to itself");
      }
      if (branch.finite(10, "status") != 0 && !from.isolated() && !to.isolated()) {
        add(branch, from, to);
      }
    }
  }

  private void add(Columns branch, CaseBus from, CaseBus to) {
    double r = branch.finite(2, "r") / ohmPerUnit();
    double x = branch.finite(3, "x") / ohmPerUnit();
    double b = branch.finite(4, "b");
    double ratio = branch.finite(8, "ratio");
    double shift = branch.finite(9, "angle");
    double mva = branch.finite(5, "rateA");
    if (r == 0 && x == 0) {
      throw branch.error("r and x are both 0; a branch needs an impedance");
    }
    if (ratio < 0 || mva < 0) {
      throw branch.error("ratio is " + ratio + " and rateA " + mva + "; neither may be below 0");
    }
    if (ratio == 0 && shift == 0 && from.kv() == to.kv()) {
      line(from, to, r, x, b, mva == 0 ? Double.NaN : 1000 * mva / (Math.sqrt(3) * from.kv()));
    } else {
      double rating = mva == 0 ? UNRATED_MVA : mva;
      transformer(from, to, new double[] {r, x, b}, ratio == 0 ? 1 : ratio, shift, rating);
    }
  }

  /** What the series impedance of the file is to be divided by. */
  private double ohmPerUnit() {
    if (!data.isBranchInOhm()) {
      return 1;
    }
    Columns first = new Columns(file, "bus", data.rows("bus").get(0), 13);
    double kv = first.positive(9, "baseKV, by which ohms are converted,");
    return kv * kv / data.baseMva();
  }

  private void line(CaseBus from, CaseBus to, double r, double x, double b, double ratingA) {
    double ohm = from.kv() * from.kv() / data.baseMva();
    network.line(
        id(from, to),
        Integer.toString(from.number()),
        Integer.toString(to.number()),
        1,
        new Section(r * ohm, x * ohm, b / ohm),
        Optional.empty(),
        ratingA);
  }

  private void transformer(
      CaseBus from, CaseBus to, double[] rxb, double ratio, double shift, double mva) {
    double y = rxb[2] / 2;
    // 2 + zy, with y a susceptance
    double re = 2 - rxb[1] * y;
    double im = rxb[0] * y;
    double square = re * re + im * im;
    double base = mva / data.baseMva();
    network.assume("transformers without windings given: grounded wye on both sides");
    network.transformer(
        new Transformer(
            id(from, to),
            Integer.toString(from.number()),
            Integer.toString(to.number()),
            Phases.ABC,
            mva,
            ratio * from.kv(),
            to.kv(),
            base * 2 * (rxb[0] * re + rxb[1] * im) / square,
            base * 2 * (rxb[1] * re - rxb[0] * im) / square,
            -y * im / base,
            y * re / base,
            Winding.GROUNDED_WYE,
            Winding.GROUNDED_WYE,
            shift));
  }

  /** From and to; parallel branches are numbered from the second on. */
  private String id(CaseBus from, CaseBus to) {
    String id = from.number() + "-" + to.number();
    int n = parallels.merge(id, 1, Integer::sum);
    return n == 1 ? id : id + ":" + n;
  }
}
