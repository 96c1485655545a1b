package powergrid.testkit;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Variables;
import powergrid.api.dataset.Known;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.DeviceFactory;
import powergrid.api.network.Connection;
import powergrid.api.network.Phases;

/**
 * A device on its own, taken through steps by hand: what it injects is what flows, unless the test
 * says otherwise.
 *
 * <pre>
 * DeviceHarness battery =
 *     DeviceHarness.of(context -&gt; factory.create(settings, context)).series("price", 50).start();
 * battery.action("p", 0.5).step().expectPower(0.5).expectState("storage.soc", 0.434, 1e-3);
 * </pre>
 */
public final class DeviceHarness {
  private final FakeSite site = new FakeSite();
  private final FakeSettlement settlement = new FakeSettlement();
  private final Flexibility offer = new Flexibility();
  private final Function<DeviceContext, Device> maker;
  private UnaryOperator<FakeSettlement> realised = UnaryOperator.identity();
  private double hours = 0.25;
  private Device device;
  private int taken;

  private DeviceHarness(Function<DeviceContext, Device> maker) {
    this.maker = maker;
  }

  /**
   * A device to be made.
   *
   * @param maker makes it from its context
   * @return before its start
   */
  public static DeviceHarness of(Function<DeviceContext, Device> maker) {
    return new DeviceHarness(maker);
  }

  /**
   * A device to be made.
   *
   * @param <C> its configuration's type
   * @param factory of its kind
   * @param configuration of it
   * @return before its start
   */
  public static <C extends Record> DeviceHarness of(DeviceFactory<C> factory, C configuration) {
    return new DeviceHarness(context -> factory.create(configuration, context));
  }

  /**
   * Sets how it is connected; three-phase wye otherwise.
   *
   * @param to phases, e.g. {@code bc}
   * @param by wye or delta
   * @return this
   */
  public DeviceHarness connected(String to, Connection by) {
    site.connect(Phases.of(to), by);
    return this;
  }

  /**
   * Sets the length of a step; a quarter of an hour otherwise.
   *
   * @param length hours
   * @return this
   */
  public DeviceHarness hours(double length) {
    hours = length;
    return this;
  }

  /**
   * Gives a series that is known at the start of each interval.
   *
   * @param name of the series
   * @param values one a step; the last one lasts
   * @return this
   */
  public DeviceHarness series(String name, double... values) {
    return series(name, Known.NOW, values);
  }

  /**
   * Gives a series, or replaces its values.
   *
   * @param name of the series
   * @param known when agents know a value; fixed by the first call
   * @param values one a step, counted from the start; the last one lasts
   * @return this
   */
  public DeviceHarness series(String name, Known known, double... values) {
    FakeSeries present = site.series.get(name);
    if (present == null) {
      site.series.put(name, new FakeSeries(name, known, values));
    } else {
      present.values(values);
    }
    return this;
  }

  /**
   * Gives a regulator, its taps at 0.
   *
   * @param id by which the device asks for it
   * @param to phases it regulates, e.g. {@code abc}
   * @param greatest tap
   * @return its taps
   */
  public FakeTaps regulator(String id, String to, int greatest) {
    return site.regulators.computeIfAbsent(id, i -> new FakeTaps(Phases.of(to), greatest));
  }

  /**
   * Gives a capacitor.
   *
   * @param id by which the device asks for it
   * @param mvar what it feeds in, MVAr
   * @param on whether it is on
   * @return its switch
   */
  public FakeBreaker capacitor(String id, double mvar, boolean on) {
    return site.capacitors.computeIfAbsent(id, i -> new FakeBreaker(mvar, on));
  }

  /**
   * Has a series forecast that was given.
   *
   * @param name of the series
   * @param told of every step beforehand, counted from the start
   * @return this
   */
  public DeviceHarness forecast(String name, double... told) {
    site.series.get(name).forecasts(told);
    return this;
  }

  /**
   * Seeds the device's stream.
   *
   * @param seed for the next {@link #start()}
   * @return this
   */
  public DeviceHarness seed(long seed) {
    site.random().state(seed);
    return this;
  }

  /**
   * Makes the device, if there is none yet, and starts an episode.
   *
   * @return this
   */
  public DeviceHarness start() {
    if (device == null) {
      device = maker.apply(site);
      site.actions().space();
      site.state().space();
    }
    site.actions().reset();
    site.state().reset();
    site.reset();
    settlement.clear();
    moveTo(0);
    device.reset();
    return this;
  }

  private void moveTo(int interval) {
    taken = interval;
    site.series.values().forEach(s -> s.now(interval));
  }

  /**
   * Chooses an action.
   *
   * @param name of its axis
   * @param value clamped to its bounds
   * @return this
   */
  public DeviceHarness action(String name, double value) {
    int i = index(site.actions(), name);
    site.actions().values()[i] = site.actions().space().axis(i).clamp(value);
    return this;
  }

  /**
   * Asks for a power.
   *
   * @param requestedMw MW injected
   * @return this
   */
  public DeviceHarness request(double requestedMw) {
    device.request(hours, requestedMw);
    return this;
  }

  /**
   * Asks what it could do.
   *
   * @return its offer, overwritten by the next one
   */
  public Flexibility offer() {
    offer.fix(site.pMw());
    device.offer(hours, offer);
    return offer;
  }

  /**
   * Has something else flow than what the device injects, from now on.
   *
   * @param change edits what will be settled
   * @return this
   */
  public DeviceHarness realise(UnaryOperator<FakeSettlement> change) {
    realised = change;
    return this;
  }

  /**
   * Takes a step: the device acts, and is settled with what flowed.
   *
   * @return this
   */
  public DeviceHarness step() {
    device.act(hours);
    settlement.begin(hours, site.pMw(), site.qMvar(), site.phases(), site.connection());
    device.settle(responded(realised.apply(settlement)));
    moveTo(taken + 1);
    return this;
  }

  private FakeSettlement responded(FakeSettlement flowed) {
    if (site.response() != null && !flowed.formedGrid()) {
      double[] power = new double[2];
      site.response().respond(flowed.voltagePu(), power);
      flowed.follow(power[0], power[1]);
    }
    return flowed;
  }

  /**
   * Checks what it injected in the last step.
   *
   * @param expectedMw MW, to 1e-12
   * @return this
   */
  public DeviceHarness expectPower(double expectedMw) {
    check("power", expectedMw, site.pMw(), 1e-12);
    return this;
  }

  /**
   * Checks what it booked in the last step.
   *
   * @param expectedUsd USD
   * @param tolerance USD
   * @return this
   */
  public DeviceHarness expectCost(double expectedUsd, double tolerance) {
    check("cost", expectedUsd, settlement.costUsd(), tolerance);
    return this;
  }

  /**
   * Checks a state variable.
   *
   * @param name of the variable
   * @param expected value
   * @param tolerance of it
   * @return this
   */
  public DeviceHarness expectState(String name, double expected, double tolerance) {
    check(name, expected, state(name), tolerance);
    return this;
  }

  private void check(String what, double expected, double actual, double tolerance) {
    if (!(Math.abs(expected - actual) <= tolerance)) {
      throw new AssertionError(
          what + " after step " + taken + ": expected " + expected + ", was " + actual);
    }
  }

  /**
   * A state variable.
   *
   * @param name of the variable
   * @return its value
   */
  public double state(String name) {
    return site.state().values()[index(site.state(), name)];
  }

  /**
   * What it injected last.
   *
   * @return MW
   */
  public double pMw() {
    return site.pMw();
  }

  /**
   * What it injected last.
   *
   * @return MVAr
   */
  public double qMvar() {
    return site.qMvar();
  }

  /**
   * The power that its present actions stand for.
   *
   * @return MW injected
   */
  public double intendedMw() {
    return device.intendedMw(hours);
  }

  /**
   * What it booked in the last step.
   *
   * @return live
   */
  public FakeSettlement booked() {
    return settlement;
  }

  /**
   * Whether it asked to be the meter at the source.
   *
   * @return true if it did
   */
  public boolean metersSource() {
    return site.metersSource();
  }

  /**
   * The voltage that it forms where nothing else does.
   *
   * @return pu; NaN if it is not grid-forming
   */
  public double formsPu() {
    return site.formsPu();
  }

  /**
   * Its rating as a grid-forming device.
   *
   * @return MVA; NaN if it is not grid-forming
   */
  public double formsMva() {
    return site.formsMva();
  }

  /**
   * The least power that it said it could carry.
   *
   * @return MW injected; NaN if it never said
   */
  public double carriesAtLeastMw() {
    return site.leastMw();
  }

  /**
   * The greatest power that it said it could carry.
   *
   * @return MW injected; NaN if it never said
   */
  public double carriesAtMostMw() {
    return site.greatestMw();
  }

  /**
   * Its actions.
   *
   * @return live
   */
  public Variables actions() {
    return site.actions();
  }

  /**
   * Its state.
   *
   * @return live
   */
  public Variables state() {
    return site.state();
  }

  private static int index(Variables variables, String name) {
    int i = variables.space().indexOf(name);
    if (i < 0) {
      throw new IllegalArgumentException("no " + name + " among " + variables.space());
    }
    return i;
  }
}
