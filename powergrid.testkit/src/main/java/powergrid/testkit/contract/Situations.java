package powergrid.testkit.contract;

import java.util.List;
import java.util.function.BiConsumer;
import powergrid.api.agent.Level;
import powergrid.api.agent.Target;
import powergrid.api.random.RandomStream;
import powergrid.api.space.Axis;
import powergrid.testkit.FakeSelf;
import powergrid.testkit.FakeSeries;
import powergrid.testkit.PlausibleSeries;
import powergrid.testkit.ProtocolHarness;

/**
 * What participants know, can do, have in mind and decide, step by step: anything that is finite
 * and can be. The same for the same seed, step and participant, whoever else takes part.
 */
final class Situations {
  private static final int STEPS = 1_000;
  private static final double FAR = 1_000;
  private static final List<String> SERIES =
      List.of(
          "price",
          "load",
          "irradiance",
          "directIrradiance",
          "diffuseIrradiance",
          "sunElevation",
          "sunAzimuth",
          "temperature",
          "windSpeed",
          "arrivals");

  private final RandomStream seed;
  private final BiConsumer<FakeSelf, RandomStream> further;
  private final List<FakeSeries> series;
  private int same = -1;
  private RandomStream others;
  private boolean powerless;
  private boolean following;

  /** Takes what else is to be told of a participant, from a stream for the step. */
  Situations(long seed, BiConsumer<FakeSelf, RandomStream> further) {
    this.seed = new RandomStream(seed);
    this.further = further;
    others = this.seed;
    series = SERIES.stream().map(new PlausibleSeries(0.25, STEPS)).toList();
  }

  /** All but one participant are in other situations. */
  Situations apartFrom(int participant) {
    same = participant;
    others = seed.split("others");
    return this;
  }

  /** Nobody can do anything, or only some can, or all can only consume, in turn. */
  Situations powerless() {
    powerless = true;
    return this;
  }

  /** No child decides for itself. */
  Situations following() {
    following = true;
    return this;
  }

  /** Before a step. */
  void begin(ProtocolHarness group, int step) {
    series.forEach(one -> one.now(step % STEPS));
    for (int i = 0; i < group.participants(); i++) {
      FakeSelf self = group.participant(i);
      RandomStream random = stream(i, "begins " + step);
      series.forEach(self::series);
      read(self, random);
      offer(self, random);
      if (powerless) {
        restrict(self, step + (step % 3 == 1 ? i : 0));
      }
      further.accept(self, random);
    }
  }

  private RandomStream stream(int i, String what) {
    return (same < 0 || i == same ? seed : others).split(what + " of " + i);
  }

  private static void read(FakeSelf self, RandomStream random) {
    double net = 2 * random.nextDouble() - 1;
    double demand = 2.5 * random.nextDouble() - 0.5;
    self.reading("dispatchedMw", net / 2);
    self.reading("voltagePu", 0.9 + random.nextDouble() / 5);
    if (self.agent().level() == Level.DEVICE) {
      self.reading("pMw", net);
      self.reading("qMvar", demand / 4);
    } else {
      self.reading("netMw", net);
      self.reading("importMw", demand - net);
      self.reading("demandMw", demand);
    }
  }

  private static void offer(FakeSelf self, RandomStream random) {
    double down = random.nextDouble();
    double up = random.nextDouble();
    double cost = random.nextDouble();
    double mind = random.nextDouble();
    Axis bounds = self.agent().dispatch();
    double least = bounds == null || down < 0.25 ? 0 : down * bounds.low();
    double greatest = bounds == null ? 0 : (0.1 + 0.9 * up) * bounds.high();
    double buy = 60 * cost;
    self.flexibility().set(least, greatest, buy, buy + 60 * down, cost < 0.3 ? 0 : 100 * up);
    self.intends(least + mind * (greatest - least));
  }

  private static void restrict(FakeSelf self, int how) {
    double least = how % 3 == 0 ? 0 : self.flexibility().minMw();
    self.flexibility().set(least, Math.max(least, 0), 20, 40, 0);
    self.intends(least);
  }

  /** Within a step, after children have reported. */
  void decide(ProtocolHarness group, int step) {
    for (int i = 0; i < group.participants(); i++) {
      FakeSelf self = group.participant(i);
      RandomStream random = stream(i, "decides " + step);
      boolean child = self.agent().parent() != null;
      if (random.nextDouble() < (child ? following ? 0 : 0.3 : 0.7)) {
        choose(self, random);
      }
      if (!self.agent().children().isEmpty() && random.nextDouble() < 0.4) {
        ask(self, random);
      }
    }
  }

  private static void choose(FakeSelf self, RandomStream random) {
    for (int i = 0; i < self.agent().actionSpace().size(); i++) {
      Axis axis = self.agent().actionSpace().axis(i);
      double low = Math.max(-FAR, axis.low());
      double high = Math.min(FAR, axis.high());
      self.action(i, axis.clamp(low + random.nextDouble() * (high - low)));
    }
  }

  /** From above, or by peers: a little more than there is, too. */
  private static void ask(FakeSelf parent, RandomStream random) {
    double share = 1.4 * random.nextDouble() - 0.2;
    for (Target target : Target.values()) {
      if (parent.realises(target)) {
        parent.request(target, within(parent, target, share));
      }
    }
  }

  /** A share of the range of what can be asked of a parent. */
  static double within(FakeSelf parent, Target target, double share) {
    return switch (target) {
      case POWER ->
          parent.flexibility().minMw()
              + share * (parent.flexibility().maxMw() - parent.flexibility().minMw());
      case PRICE -> 100 * share;
      case VOLTAGE -> 0.95 + share / 10;
    };
  }
}
