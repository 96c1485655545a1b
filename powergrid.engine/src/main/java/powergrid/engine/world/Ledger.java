package powergrid.engine.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import powergrid.api.environment.Contract;

/** The contracts of a step, and what agents owe each other for them. */
final class Ledger {
  private final List<Contract> contracts = new ArrayList<>();
  private final List<Contract> shown = Collections.unmodifiableList(contracts);
  private double[] soldMw = {};

  /** Sold minus bought of each as its grid connection has to settle it. */
  private double[] meteredMw = {};

  /** By agent, who supplies it; −1 where nobody does who is an agent. */
  private int[] suppliers = {};

  private double[] owedUsdPerHour = {};

  /**
   * Makes room for all agents.
   *
   * @param supplier of each; −1 where there is none
   */
  void open(int[] supplier) {
    suppliers = supplier.clone();
    int agents = supplier.length;
    meteredMw = new double[agents];
    soldMw = new double[agents];
    owedUsdPerHour = new double[agents];
  }

  /** A step begins. */
  void clear() {
    contracts.clear();
    Arrays.fill(soldMw, 0);
    Arrays.fill(meteredMw, 0);
    Arrays.fill(owedUsdPerHour, 0);
  }

  void register(Contract c) {
    contracts.add(c);
    soldMw[c.seller()] += c.mw();
    soldMw[c.buyer()] -= c.mw();
    // what an operator trades with those whom it supplies crosses their meters, not its own
    if (suppliers[c.buyer()] != c.seller()) {
      meteredMw[c.seller()] += c.mw();
    }
    if (suppliers[c.seller()] != c.buyer()) {
      meteredMw[c.buyer()] -= c.mw();
    }
    double price = c.mw() * c.usdPerMwh();
    double fee = c.mw() * c.feeUsdPerMwh();
    owedUsdPerHour[c.buyer()] += price + fee;
    owedUsdPerHour[c.seller()] += fee - price;
    owedUsdPerHour[c.registrar()] -= 2 * fee;
  }

  /** Sold minus bought, MW. */
  double soldMw(int agent) {
    return soldMw[agent];
  }

  /** Sold minus bought of what crosses an agent's own grid connection, MW. */
  double meteredMw(int agent) {
    return meteredMw[agent];
  }

  /** What an agent pays for contracts and fees, USD an hour. */
  double owedUsdPerHour(int agent) {
    return owedUsdPerHour[agent];
  }

  /** In the order in which they were registered; live. */
  List<Contract> contracts() {
    return shown;
  }
}
