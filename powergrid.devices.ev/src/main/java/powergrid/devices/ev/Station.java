package powergrid.devices.ev;

import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;
import powergrid.api.dataset.Series;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.PowerFactor;
import powergrid.api.device.Settlement;
import powergrid.api.device.Terminal;
import powergrid.api.random.RandomStream;

/** A charging station as the package describes it. */
final class Station implements Device {
  /** Sums of step lengths miss a time of departure by rounding; less than this counts as none. */
  private static final double ROUNDING_HOURS = 1e-9;

  /** A variate is split in two at this many values. */
  private static final double SPLIT = 1 << 22;

  private final EvSettings settings;
  private final double mvarPerMw;
  private final double curve;
  private final TruncatedNormal need;
  private final TruncatedNormal dwell;
  private final Series arrivals;
  private final RandomStream random;
  private final Terminal terminal;
  private final Variables.Real power;
  private final double injected;
  private final Variables.Real connected;
  private final Variables.Real needMwh;
  private final Variables.Real leastLaxityHours;
  private final Variables.Real arrivedMwh;
  private final Variables.Real deliveredMwh;
  private final Variables.Real unmetMwh;
  private final Outlets outlets;

  Station(EvSettings settings, DeviceContext context) {
    this.settings = settings;
    mvarPerMw = PowerFactor.mvarPerMw(settings.powerFactor());
    curve = settings.curve();
    need = settings.need();
    dwell = settings.dwell();
    arrivals = context.series(settings.arrivals());
    random = context.random();
    terminal = context.terminal();
    double max = settings.stationMaxMw();
    Variables actions = context.actions();
    power =
        settings.bidirectional()
            ? actions.real("p", "MW", -max, max, -max, Visibility.OWNER)
            : actions.real("consumption", "MW", 0, max, max, Visibility.OWNER);
    injected = settings.bidirectional() ? 1 : -1;
    double energy = settings.chargers() * settings.batteryMwh();
    double longest = settings.dwellMaxHours();
    double fullCharge =
        settings.batteryMwh() / (settings.chargeEfficiency() * settings.chargerMaxMw());
    Variables station = context.feature("station");
    connected = station.real("connected", "", 0, settings.chargers(), 0, Visibility.PARENT);
    needMwh = station.real("needMwh", "MWh", 0, energy, 0, Visibility.PARENT);
    leastLaxityHours =
        station.real("leastLaxityHours", "h", -fullCharge, longest, longest, Visibility.PARENT);
    Variables service = context.feature("service");
    arrivedMwh = service.real("arrivedMwh", "MWh", 0, energy, 0, Visibility.OWNER);
    deliveredMwh = service.real("deliveredMwh", "MWh", -energy, energy, 0, Visibility.PARENT);
    unmetMwh = service.real("unmetMwh", "MWh", 0, energy, 0, Visibility.PARENT);
    outlets = new Outlets(settings, context);
  }

  @Override
  public void reset() {
    admit(settings.initialOccupancy());
    sumUp();
  }

  @Override
  public void offer(double hours, Flexibility out) {
    outlets.look(hours);
    double least = 0 - outlets.mostMw();
    double greatest = 0 - outlets.leastMw();
    out.set(least, greatest, settings.buyBelow(), settings.sellAbove(), curve);
  }

  @Override
  public void request(double hours, double requestedMw) {
    power.set(injected * requestedMw);
  }

  @Override
  public double intendedMw(double hours) {
    return 0 - feasible(hours);
  }

  @Override
  public void act(double hours) {
    double taken = feasible(hours);
    terminal.inject(0 - taken, 0 - mvarPerMw * Math.abs(taken));
  }

  private double feasible(double hours) {
    outlets.look(hours);
    return Math.max(outlets.leastMw(), Math.min(outlets.mostMw(), -injected * power.get()));
  }

  @Override
  public void settle(Settlement step) {
    double hours = step.hours();
    outlets.look(hours);
    outlets.share(0 - step.pMw());
    double delivered = 0;
    double given = 0;
    double unmet = 0;
    for (int k = 0; k < settings.chargers(); k++) {
      if (!outlets.isFree(k)) {
        given += Math.max(0, -outlets.taken(k)) * hours;
        delivered += outlets.charge(k, hours);
        unmet += outlets.departs(k, hours, ROUNDING_HOURS) ? outlets.unplug(k) : 0;
      }
    }
    deliveredMwh.set(delivered);
    unmetMwh.set(unmet);
    step.cost(settings.unmetCost() * unmet + settings.wearCost() * given);
    admit(1 - StrictMath.exp(-Math.max(0, arrivals.actual()) * hours));
    sumUp();
  }

  /**
   * Lets vehicles come to free outlets. One variate is drawn for each outlet, free or taken. That
   * it is below the probability decides; as a part of the probability it is then uniform again, and
   * its first and last bits say how long the vehicle stays and what it needs.
   */
  private void admit(double probability) {
    double arrived = 0;
    for (int k = 0; k < settings.chargers(); k++) {
      double variate = random.nextDouble();
      if (variate < probability && outlets.isFree(k)) {
        double bits = variate / probability * SPLIT;
        double first = Math.floor(bits);
        arrived += outlets.plug(k, need.at(bits - first), dwell.at(first / SPLIT));
      }
    }
    arrivedMwh.set(arrived);
  }

  private void sumUp() {
    int taken = 0;
    double needed = 0;
    double laxity = leastLaxityHours.high();
    for (int k = 0; k < settings.chargers(); k++) {
      if (!outlets.isFree(k)) {
        taken++;
        needed += outlets.needMwh(k);
        laxity = Math.min(laxity, outlets.laxity(k));
      }
    }
    connected.set(taken);
    needMwh.set(needed);
    leastLaxityHours.set(laxity);
  }
}
