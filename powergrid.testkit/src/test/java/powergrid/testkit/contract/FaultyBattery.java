package powergrid.testkit.contract;

import java.util.concurrent.atomic.AtomicInteger;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;
import powergrid.api.dataset.Series;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.DeviceFactory;
import powergrid.api.device.Settlement;
import powergrid.api.plugin.Field;
import powergrid.api.random.RandomStream;

/** A lossless battery of 1 MW that may have one fault, and is as it should be otherwise. */
final class FaultyBattery implements Device {
  private static final AtomicInteger MADE = new AtomicInteger();

  private final Fault fault;
  private final double energyMwh;
  private final DeviceContext context;
  private final Series price;
  private final RandomStream random;
  private final Variables.Real p;
  private final Variables.Real storedMwh;
  private final int number = MADE.incrementAndGet();
  private int episodes;
  private double injectedMw;
  private double throughputMwh;
  private double[] kept;

  /** Its configuration. */
  public record Settings(
      @Field(unit = "MWh", min = 0.01, max = 100, value = "2", help = "Energy capacity")
          double energyMwh) {}

  /** Makes batteries with a fault. */
  record Factory(Fault fault) implements DeviceFactory<Settings> {
    @Override
    public Class<Settings> configType() {
      return Settings.class;
    }

    @Override
    public Device create(Settings configuration, DeviceContext context) {
      return new FaultyBattery(fault, configuration.energyMwh(), context);
    }
  }

  FaultyBattery(Fault fault, double energyMwh, DeviceContext context) {
    if (fault == Fault.FAILS_WHEN_SMALL && energyMwh < 1) {
      throw new IllegalStateException("too small");
    }
    this.fault = fault;
    this.energyMwh = energyMwh;
    this.context = context;
    price = context.series("price");
    random = context.random();
    p = context.actions().real("p", "MW", -1, 1, 0, Visibility.OWNER);
    if (fault == Fault.HAS_TWO_POWERS) {
      context.actions().real("heat", "MW", -5, 5, 0, Visibility.OWNER);
    }
    Variables storage = context.feature("storage");
    storedMwh = storage.real("storedMwh", "MWh", 0, energyMwh, 0, Visibility.PARENT);
    if (fault == Fault.CALLS_KILOWATTS_MEGAWATTS) {
      storage.real("lastMw", "kW", 0, 1, 0, Visibility.OWNER);
    }
    if (fault == Fault.HAS_NO_BOUND) {
      storage.real("wear", "", 0, Double.POSITIVE_INFINITY, 0, Visibility.OWNER);
    }
  }

  @Override
  public void reset() {
    double share = random.nextDouble();
    if (fault == Fault.STARTS_AS_IT_LIKES) {
      share = number % 7 / 7.0;
    }
    if (fault == Fault.COUNTS_EPISODES) {
      share *= 1.0 / ++episodes;
    }
    throughputMwh = 0;
    storedMwh.set(share * energyMwh);
  }

  @Override
  public void offer(double hours, Flexibility out) {
    if (fault == Fault.DRAWS_WHEN_IT_OFFERS) {
      random.nextDouble();
    }
    out.set(least(hours), greatest(hours), 40, 60, 0);
  }

  @Override
  public void request(double hours, double requestedMw) {
    p.set(fault == Fault.HALVES_REQUESTS ? requestedMw / 2 : requestedMw);
  }

  @Override
  public double intendedMw(double hours) {
    return fault == Fault.INTENDS_NOTHING ? Double.NaN : feasible(hours);
  }

  @Override
  public void act(double hours) {
    injectedMw = feasible(hours);
    context.terminal().inject(injectedMw, 0);
    if (fault == Fault.ALLOCATES) {
      kept = new double[] {injectedMw};
    }
  }

  @Override
  public void settle(Settlement step) {
    double noise = random.nextDouble();
    double power = step.pMw();
    if (fault == Fault.INTEGRATES_WHAT_IT_INJECTS && !step.blackout()) {
      power = injectedMw;
    }
    if (fault == Fault.DISCHARGES_IN_THE_DARK && step.blackout()) {
      power = injectedMw;
    }
    if (fault == Fault.LOSES_A_LITTLE && !step.blackout()) {
      storedMwh.add(-1e-11);
    }
    if (fault == Fault.DRAWS_WHEN_IT_DISCHARGES && power > 0) {
      noise += random.nextDouble();
    }
    if (fault == Fault.ALLOCATES_IN_THE_DARK && step.blackout()) {
      kept = new double[] {power};
    }
    storedMwh.add(-power * step.hours());
    throughputMwh += Math.abs(power) * step.hours();
    if (fault == (step.blackout() ? Fault.PAYS_IN_THE_DARK : Fault.BOOKS_WHAT_IT_INJECTS)) {
      step.cost(Math.abs(injectedMw) * step.hours());
    }
    step.cost(price.actual() * noise + (fault == Fault.HIDES_STATE ? throughputMwh : 0));
  }

  /** So that the compiler cannot see that what was allocated is needed by nobody. */
  double kept() {
    return kept[0];
  }

  private double feasible(double hours) {
    return fault == Fault.LEAVES_ITS_OFFER && Math.abs(p.get()) == 1
        ? p.get()
        : Math.max(least(hours), Math.min(greatest(hours), p.get()));
  }

  private double least(double hours) {
    return -Math.min(1, (energyMwh - storedMwh.get()) / hours);
  }

  private double greatest(double hours) {
    return Math.min(1, storedMwh.get() / hours);
  }
}
