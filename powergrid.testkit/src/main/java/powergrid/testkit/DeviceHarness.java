package powergrid.testkit;

import java.time.LocalTime;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import powergrid.api.agent.Characteristic;
import powergrid.api.agent.Flexibility;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.DeviceFactory;
import powergrid.api.device.Polyline;

/**
 * A device on its own, taken through steps by hand: what it injects is what flows, unless the test
 * says otherwise.
 *
 * <pre>
 * DeviceHarness battery =
 *     DeviceHarness.of(context -&gt; factory.create(settings, context)).series("price", 50).start();
 * battery.at("06:30").action("p", 0.5).step("morning peak").expectPower(0.5);
 * battery.input("price", 20).action("p", 0).until("18:00").expectState("storage.soc", 0.434, 1e-3);
 * </pre>
 */
public final class DeviceHarness extends DeviceExpectations<DeviceHarness> {
  private final Flexibility offer = new Flexibility();
  private final double[] followed = new double[2];
  private final Function<DeviceContext, Device> maker;
  private UnaryOperator<FakeSettlement> realised = UnaryOperator.identity();
  private Device device;

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

  @Override
  DeviceHarness self() {
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
      site.made();
    }
    site.reset();
    settlement.clear();
    begin();
    device.reset();
    return this;
  }

  /**
   * Goes on from where another device of the same kind and place is, as one restored from a
   * snapshot of that does: actions, state, stream, what it injects and what it took over are the
   * other's; what else the device keeps is its own.
   *
   * @param other that has started, as this has
   * @return this
   */
  public DeviceHarness continueFrom(DeviceHarness other) {
    site.restore(other.site);
    moveTo(other.taken);
    return this;
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
   * The curves that it follows.
   *
   * @return as it says
   */
  public Set<Characteristic> follows() {
    return device.follows();
  }

  /**
   * Sets a curve that it follows in the next step.
   *
   * @param characteristic one that it follows
   * @param curve by voltage in pu
   * @return this
   */
  public DeviceHarness follow(Characteristic characteristic, Polyline curve) {
    device.follow(characteristic, curve);
    return this;
  }

  /**
   * Asks what it could do.
   *
   * @return its offer, overwritten by the next one
   */
  @Override
  public Flexibility offer() {
    offer.fix(site.pMw());
    device.offer(hours, offer);
    return offer;
  }

  /**
   * Whether the device makes offers, rather than leaving them as they come.
   *
   * @return true if it has a method for it
   */
  public boolean offers() {
    try {
      return device
              .getClass()
              .getMethod("offer", double.class, Flexibility.class)
              .getDeclaringClass()
          != Device.class;
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
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
   * Takes a step: the device acts, and is settled with what flowed. Allocates nothing itself.
   *
   * @return this
   */
  public DeviceHarness step() {
    return step("");
  }

  /**
   * Takes a step that goes by a name in failures until the next one.
   *
   * @param name of what happens in it
   * @return this
   */
  public DeviceHarness step(String name) {
    named = name;
    device.act(hours);
    settlement.begin(hours, site.pMw(), site.qMvar(), site.phases(), site.connection());
    FakeSettlement flowed = realised.apply(settlement);
    if (site.response() != null && flowed.follows()) {
      site.response().respond(flowed.voltagePu(), followed);
      flowed.power(flowed.pMw() + followed[0], flowed.qMvar() + followed[1]);
    }
    device.settle(flowed);
    moveTo(taken + 1);
    return this;
  }

  /**
   * Takes steps.
   *
   * @param number of them
   * @return this
   */
  public DeviceHarness steps(int number) {
    for (int i = 0; i < number; i++) {
      step();
    }
    return this;
  }

  /**
   * Takes steps until the clock shows a time: none if it does already.
   *
   * @param time at which the last of them ends, e.g. {@code 18:00}
   * @return this
   */
  public DeviceHarness until(String time) {
    return steps(stepsTo(LocalTime.parse(time)));
  }
}
