package powergrid.testkit.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import powergrid.api.message.MessageType;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.protocol.Protocol;
import powergrid.api.random.RandomStream;
import powergrid.api.space.Axis;
import powergrid.testkit.FakeSelf;
import powergrid.testkit.ProtocolHarness;

/**
 * What every protocol must keep to, as tests for one to inherit: by {@link
 * HorizontalProtocolContract} or {@link VerticalProtocolContract}. A failure says what is wrong, in
 * which step, of whom, and what the rule is. Situations are random and extreme, of a fixed
 * sequence.
 *
 * @param <C> the protocol's configuration
 * @param <P> its kind
 */
public abstract class ProtocolContract<C extends Record, P extends Protocol> {
  private static final int MANY = 200;
  private static final int SOME = 60;
  private static final int FEW = 20;
  private static final int ALLOCATING = 1_000;
  private static final double TOLERANCE_MW = 1e-6;

  ProtocolContract() {}

  /**
   * A usual configuration.
   *
   * @return a configuration that the factory takes
   */
  protected abstract C configuration();

  /**
   * Whether the power that is asked for adds up to the power that was meant: where everybody hears
   * everybody, and nothing is late or lost.
   *
   * @return false, unless overridden
   */
  protected boolean conservesPower() {
    return false;
  }

  /**
   * Gives a participant what else it reads, before each step: of a grid agent there are {@code
   * netMw}, {@code importMw} and {@code demandMw}, of a device {@code pMw}, {@code qMvar} and
   * {@code voltagePu}, and for all the series of {@link powergrid.testkit.PlausibleSeries}. Does
   * nothing unless overridden.
   *
   * @param participant to be given readings
   * @param random for what is drawn, the same for the same step and participant
   */
  protected void prepare(FakeSelf participant, RandomStream random) {}

  /**
   * Whether a participant may ask for a power.
   *
   * @param group all participants
   * @param i the participant's number
   * @param pMw MW injected
   * @return unless overridden, whether it lies within what the participant can do or means to do,
   *     or between that and nothing
   */
  protected abstract boolean mayAskFor(ProtocolHarness group, int i, double pMw);

  /** Makes protocols from a factory of its own. */
  abstract Function<C, P> maker();

  /** The factory's class of configurations. */
  abstract Class<C> configType();

  /** A few participants that can all hear each other. */
  abstract ProtocolHarness usual(P protocol);

  /** As many where not everybody hears everybody, if there is such a thing. */
  abstract ProtocolHarness sparse(P protocol);

  /** One that has nobody to talk with. */
  abstract ProtocolHarness alone(P protocol);

  /** All types of messages, whoever says them. */
  abstract List<MessageType> declared(P protocol);

  /** Refuses what is asked for though the protocol does not say so. */
  abstract void checkTargets(P protocol, ProtocolHarness group);

  /** What the power that was asked for is off the power that was meant; NaN where none was. */
  abstract double missingMw(ProtocolHarness group);

  private P protocol() {
    return maker().apply(configuration());
  }

  private Situations situations(long seed) {
    return new Situations(seed, this::prepare);
  }

  private Episode episode(long seed) {
    return episode(protocol(), this::usual, situations(seed));
  }

  /** In which nobody but the parent decides. */
  final Episode following(long seed) {
    return episode(protocol(), this::usual, situations(seed).following());
  }

  private Episode episode(P protocol, Function<P, ProtocolHarness> grouped, Situations situations) {
    try {
      return new Episode(grouped.apply(protocol), situations);
    } catch (IllegalArgumentException e) {
      throw new AssertionError(
          e + ". Rule: a message is a record of double, int, boolean, double[] and float[].", e);
    }
  }

  /** Takes steps, and looks at all that is said and asked for. */
  private Episode watched(Episode episode, int steps) {
    new Statements(episode.group);
    for (int t = 0; t < steps; t++) {
      episode.step();
      for (int i = 0; i < episode.group.participants(); i++) {
        checkRequest(episode.group, i);
      }
    }
    return episode;
  }

  private void checkRequest(ProtocolHarness group, int i) {
    FakeSelf self = group.participant(i);
    double asked = self.requestedMw();
    boolean byTest = !self.agent().children().isEmpty();
    if (!byTest && !Double.isNaN(asked) && !mayAskFor(group, i, asked)) {
      throw new AssertionError(
          String.format(
              "%s: %s asks for %s MW; it can do %s to %s MW and means to do %s. Rule: a request"
                  + " stays within what the contract's mayAskFor allows.",
              group.where(),
              self.agent().id(),
              asked,
              self.flexibility().minMw(),
              self.flexibility().maxMw(),
              group.intendedMw(i)));
    }
  }

  /** Determinism. */
  @Test
  public final void repeatsItselfToTheBit() {
    Function<C, P> maker = maker();
    P first = maker.apply(configuration());
    P second = maker.apply(configuration());
    new Likeness(
            episode(first, this::usual, situations(1)),
            episode(second, this::usual, situations(1)),
            "two protocols of one configuration do the same")
        .check(SOME);
  }

  /** Snapshot and restore. */
  @Test
  public final void goesOnTheSameWhenRestored() {
    Episode original = episode(2);
    original.group.delay(1);
    for (int t = 0; t < SOME; t += FEW) {
      Episode restored = episode(2).from(original);
      restored.group.delay(1);
      new Likeness(
              original,
              restored,
              "a protocol restored from memory and messages goes on the same; what lasts longer"
                  + " than a step is in memory()")
          .check(FEW);
    }
  }

  /** Messages. */
  @Test
  public final void accountsForItsMessages() {
    Statements.checkTypes(declared(protocol()));
    Episode episode = episode(3);
    Tally tally = new Tally(episode.group);
    for (int t = 0; t < MANY; t++) {
      episode.step();
      tally.check();
    }
  }

  /** Units. */
  @Test
  public final void namesTheUnitsOfItsMessages() {
    Statements.checkUnits(declared(protocol()));
  }

  /** Privacy. */
  @Test
  public final void readsNothingOfOthers() {
    int participants = episode(4).group.participants();
    for (int i = 0; i < participants; i++) {
      Episode other = episode(protocol(), this::usual, situations(4).apartFrom(i));
      new Privacy(episode(4), other, i).check(SOME);
    }
  }

  /** Numbers and targets. */
  @Test
  public final void saysAndAsksForFiniteNumbersWithinTheirBounds() {
    P protocol = protocol();
    watched(episode(protocol, this::sparse, situations(5)), MANY);
    Episode episode = episode(protocol, this::usual, situations(6));
    for (int t = 0; t < MANY; t++) {
      watched(episode, 1);
      checkTargets(protocol, episode.group);
      checkGlobals(protocol, episode.group);
    }
  }

  private static void checkGlobals(Protocol protocol, ProtocolHarness group) {
    for (Axis axis : protocol.globals()) {
      double value = group.global(axis.name());
      if (!(value >= Math.min(0, axis.low()) && value <= Math.max(0, axis.high()))) {
        throw new AssertionError(
            String.format(
                "%s: publishes %s = %s. Rule: what is published keeps to the bounds of its axis, %s"
                    + " to %s, or is 0.",
                group.where(), axis.name(), value, axis.low(), axis.high()));
      }
    }
  }

  /** Power. */
  @Test
  public final void keepsTheSumOfPowersWhereItSaysSo() {
    assumeTrue(conservesPower(), "the contract does not say that it conserves power");
    Episode episode = following(7);
    for (int t = 0; t < MANY; t++) {
      episode.step();
      double missing = missingMw(episode.group);
      if (Math.abs(missing) > TOLERANCE_MW) {
        throw new AssertionError(
            String.format(
                "%s: what is asked for is %s MW off what was meant. Rule: where conservesPower() is"
                    + " true, it adds up to within %s MW.",
                episode.group.where(), missing, TOLERANCE_MW));
      }
    }
  }

  /** Delay and loss. */
  @Test
  public final void copesWithDelayAndLoss() {
    for (Function<P, ProtocolHarness> grouped :
        List.<Function<P, ProtocolHarness>>of(this::usual, this::sparse)) {
      for (int delay : new int[] {0, 1, 5}) {
        for (double loss : new double[] {0, 0.2, 0.7}) {
          Episode episode = episode(protocol(), grouped, situations(8));
          episode.group.delay(delay).loss(loss, 8);
          watched(episode, FEW);
        }
      }
    }
  }

  /** Silence. */
  @Test
  public final void fallsBackWhereNothingIsHeard() {
    Episode episode = episode(9);
    episode.group.loss(1, 9);
    watched(episode, SOME);
  }

  /** Solitude. */
  @Test
  public final void worksAlone() {
    try {
      watched(episode(protocol(), this::alone, situations(10)), SOME);
    } catch (ConfigurationException refused) {
      assumeTrue(false, "the protocol refuses it: " + refused.getMessage());
    }
  }

  /** Nothing to share. */
  @Test
  public final void worksWhereNobodyCanDoMuch() {
    watched(episode(protocol(), this::usual, situations(11).powerless()), SOME);
  }

  /** Turns. */
  @Test
  public final void doesNotDependOnTheOrderOfTurns() {
    Episode shuffled = episode(12);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < shuffled.group.participants(); i++) {
      order.add(i);
    }
    Random random = new Random(12);
    new Likeness(
            episode(12),
            shuffled,
            "what is said in a round is heard in the next one, so that the order in which"
                + " participants take their turns changes nothing")
        .check(
            SOME,
            step -> {
              Collections.shuffle(order, random);
              shuffled.group.order(order.stream().mapToInt(i -> i).toArray());
            });
  }

  /** Configuration. */
  @Test
  public final void describesAndChecksItsConfiguration() {
    new ConfigurationRules(configuration())
        .check(
            changed -> {
              P protocol = maker().apply(configType().cast(changed));
              Episode episode = episode(protocol, this::usual, situations(13));
              for (int t = 0; t < FEW; t++) {
                episode.step();
              }
            });
  }

  /** Allocation. */
  @Test
  public final void allocatesNothingButMessages() {
    P protocol = protocol();
    Episode episode = episode(protocol, this::usual, situations(14));
    episode.group.each(
        self ->
            assumeTrue(
                self.agent().follows().isEmpty(),
                "what follows a curve is told a new one in every step"));
    OptionalLong bytes = new BusyGroup(episode, declared(protocol)).bytesBeyondPayloads(ALLOCATING);
    assumeTrue(bytes.isPresent(), "this JVM does not count what threads allocate");
    if (bytes.getAsLong() > 0) {
      throw new AssertionError(
          String.format(
              "%d rounds allocate %d bytes beside payloads. Rule: a step allocates nothing but"
                  + " what is sent.",
              ALLOCATING, bytes.getAsLong()));
    }
  }
}
