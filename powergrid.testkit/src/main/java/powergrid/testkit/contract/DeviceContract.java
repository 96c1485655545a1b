package powergrid.testkit.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import powergrid.api.device.DeviceFactory;
import powergrid.testkit.DeviceHarness;
import powergrid.testkit.PlausibleSeries;

/**
 * What every device must keep to, as tests for one to inherit:
 *
 * <pre>
 * class HeaterContractTest extends DeviceContract&lt;HeaterSettings&gt; {
 *   protected DeviceFactory&lt;HeaterSettings&gt; factory() {
 *     return new HeaterFactory();
 *   }
 *
 *   protected HeaterSettings configuration() {
 *     return Configured.of(HeaterSettings.class).with("maxConsumptionMw", 0.05).build();
 *   }
 * }
 * </pre>
 *
 * <p>A failure says what is wrong, in which step after which actions, and what the rule is. Actions
 * are random and extreme, of a fixed sequence; series are {@link PlausibleSeries}, unless {@link
 * #place} gives others.
 *
 * @param <C> the device's configuration
 */
public abstract class DeviceContract<C extends Record> {
  private static final int MANY = 10_000;
  private static final int SOME = 2_000;
  private static final int FEW = 20;
  private static final int ALLOCATING = 1_000;

  /** For subclasses. */
  protected DeviceContract() {}

  /**
   * The factory of the device.
   *
   * @return a new one
   */
  protected abstract DeviceFactory<C> factory();

  /**
   * A usual configuration, in which the device has all of its features.
   *
   * @return a configuration that the factory takes
   */
  protected abstract C configuration();

  /**
   * Places the device: phases and connection, length of a step, series of its own, and what it
   * takes over. Does nothing unless overridden: on three phases in wye, steps of a quarter of an
   * hour, plausible series.
   *
   * @param device before its start
   */
  protected void place(DeviceHarness device) {}

  /**
   * Its energy balance.
   *
   * @return null, unless overridden: for a device without a feature {@code storage} or {@code
   *     thermal}
   */
  protected Balance balance() {
    return null;
  }

  /**
   * Its greatest apparent power.
   *
   * @return MVA; unless overridden, what it forms its grid or follows its voltage with, or the
   *     component {@code ratingMva} of its configuration; no limit if there is none
   */
  protected double ratingMva() {
    return Double.NaN;
  }

  /**
   * Whether the device can run at a power that lies within its offer: to be overridden where there
   * is a gap, as between off and the least power of a generator, or where only some powers can be.
   *
   * @param pMw MW injected
   * @return true, unless overridden
   */
  protected boolean runsAt(double pMw) {
    return true;
  }

  /**
   * Whether a state variable changes, or what is booked follows, by what flows rather than by what
   * is asked. Limits and set points, the feature {@code control}, do not, unless overridden.
   *
   * @param variable e.g. {@code storage.soc}; of what is booked, {@code economics.costUsd}, {@code
   *     violation} and {@code curtailedMwh}
   * @return false for what an action may change
   */
  protected boolean followsPower(String variable) {
    return !variable.startsWith("control.");
  }

  private DeviceHarness device() {
    return device(configuration());
  }

  private DeviceHarness device(C configuration) {
    DeviceHarness device = DeviceHarness.of(factory(), configuration);
    device.otherSeries(name -> new PlausibleSeries(device.hours(), MANY).apply(name));
    place(device);
    return device;
  }

  private double rating(DeviceHarness device) {
    if (!Double.isNaN(ratingMva())) {
      return ratingMva();
    }
    double rating = Double.isNaN(device.formsMva()) ? device.followsMva() : device.formsMva();
    return Double.isNaN(rating) ? ConfiguredRating.of(configuration()) : rating;
  }

  /** Limits. */
  @Test
  public final void staysWithinItsLimitsWhateverIsAsked() {
    DeviceHarness device = device().foreknown().start();
    new Limits(new Trial(device, 1, true), rating(device)).check(MANY);
  }

  /** Requests, intentions and what is injected. */
  @Test
  public final void meetsTheRequestsWithinItsOffer() {
    DeviceHarness device = device().foreknown().start();
    if (!device.offers()) {
      Declarations.checkNothingDispatched(device.actions());
      return;
    }
    new Requests(new Trial(device, 2, true), this::runsAt).check(SOME);
  }

  /** Energy, from what is realised. */
  @Test
  public final void changesByWhatFlowedAndNotByWhatWasAsked() {
    Trial trial = new Trial(device().start(), 3, false);
    new Energy(this::followsPower).checkRealised(trial, device().start(), SOME);
  }

  /** Energy, over an episode. */
  @Test
  public final void closesItsEnergyBalance() {
    Balance balance = balance();
    if (balance == null) {
      Declarations.checkNothingStored(device().start().state());
      return;
    }
    Trial undisturbed = new Trial(device().start(), 4, false);
    undisturbed.device.realise(flow -> flow);
    Energy.checkBalance(undisturbed, balance, MANY);
    Energy.checkBalance(new Trial(device().start(), 5, false), balance, MANY);
  }

  /** Energy, in a blackout. */
  @Test
  public final void movesNoEnergyInABlackout() {
    Trial trial = new Trial(device().start(), 6, false);
    new Energy(this::followsPower)
        .checkBlackout(trial, device().start(), device().start(), balance(), SOME / 4);
  }

  /** Determinism. */
  @Test
  public final void repeatsItselfToTheBit() {
    new Repetition(this::device).checkDeterminism(SOME);
  }

  /** Snapshot and restore. */
  @Test
  public final void goesOnTheSameWhenRestored() {
    new Repetition(this::device).checkRestore(SOME);
  }

  /** Reset. */
  @Test
  public final void startsEveryEpisodeAfresh() {
    new Repetition(this::device).checkRestart(SOME / 4);
  }

  /** Random draws. */
  @Test
  public final void drawsTheSameWhateverItDoes() {
    new Repetition(this::device).checkDraws(SOME);
  }

  /** Units. */
  @Test
  public final void namesItsUnits() {
    DeviceHarness device = device().start();
    Declarations.checkUnits(device.actions(), device.state());
  }

  /** Bounds of actions and observations. */
  @Test
  public final void keepsAllThatIsObservedWithinFiniteBounds() {
    Declarations.checkBounds(new Trial(device().start(), 8, true), SOME);
  }

  /** The axis by which it is dispatched. */
  @Test
  public final void isDispatchedByOneActionAtMost() {
    DeviceHarness device = device().start();
    Declarations.checkAxis(device.actions(), device.metersSource());
  }

  /** Configuration. */
  @Test
  public final void describesAndChecksItsConfiguration() {
    new ConfigurationRules(configuration())
        .check(
            changed -> {
              Trial trial =
                  new Trial(device(factory().configType().cast(changed)).start(), 9, true);
              for (int i = 0; i < FEW; i++) {
                trial.device.offer();
                trial.decide();
                trial.step();
              }
            });
  }

  /** Allocation. */
  @Test
  public final void allocatesNothingInAStep() {
    OptionalLong bytes = Allocation.bytes(new BusyDevice(device().start())::run, ALLOCATING);
    assumeTrue(bytes.isPresent(), "this JVM does not count what threads allocate");
    if (bytes.getAsLong() > 0) {
      throw new AssertionError(
          String.format(
              "%d steps allocate %d bytes. Rule: offer, request, intendedMw, act and settle"
                  + " allocate nothing.",
              ALLOCATING, bytes.getAsLong()));
    }
  }
}
