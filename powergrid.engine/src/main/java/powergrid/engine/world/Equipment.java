package powergrid.engine.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import powergrid.api.device.CapacitorBreaker;
import powergrid.api.device.RegulatorTaps;
import powergrid.api.network.Branch;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Phases;
import powergrid.api.network.Regulator;
import powergrid.api.plugin.ConfigurationException;

/**
 * The regulators and capacitors of a feeder that devices have taken over. What the network's own
 * controls would do to them is left out of the network that is solved.
 */
final class Equipment {
  private final Feeder feeder;
  private final Map<String, String> holder = new HashMap<>();

  Equipment(Feeder feeder) {
    this.feeder = feeder;
  }

  RegulatorTaps regulator(String device, String prefix, String id) {
    List<Branch> branches = feeder.network().branches();
    for (int e = 0; e < branches.size(); e++) {
      if (branches.get(e) instanceof Regulator regulator && regulator.id().equals(prefix + id)) {
        take(device, "regulator " + prefix + id);
        return new Taps(regulator, e);
      }
    }
    throw missing(
        "regulator",
        id,
        prefix,
        branches.stream().filter(Regulator.class::isInstance).map(Branch::id).toList());
  }

  CapacitorBreaker capacitor(String device, String prefix, String id) {
    List<Capacitor> capacitors = feeder.network().capacitors();
    for (int i = 0; i < capacitors.size(); i++) {
      if (capacitors.get(i).id().equals(prefix + id)) {
        take(device, "capacitor " + prefix + id);
        return new Breaker(capacitors.get(i), i);
      }
    }
    throw missing("capacitor", id, prefix, capacitors.stream().map(Capacitor::id).toList());
  }

  private void take(String device, String what) {
    String other = holder.putIfAbsent(what, device);
    if (other != null) {
      throw new ConfigurationException("element", what + " is " + other + "'s already");
    }
  }

  private ConfigurationException missing(
      String kind, String id, String prefix, List<String> present) {
    List<String> own =
        present.stream()
            .filter(name -> name.startsWith(prefix))
            .map(name -> name.substring(prefix.length()))
            .toList();
    String network =
        prefix.isEmpty() ? feeder.network().name() : prefix.substring(0, prefix.length() - 1);
    return new ConfigurationException(
        "element",
        network
            + " has no "
            + kind
            + " '"
            + id
            + "'; "
            + (own.isEmpty() ? "it has none" : "it has " + String.join(", ", own)));
  }

  /** A branch without its control where that was taken over. */
  Branch uncontrolled(Branch branch) {
    return branch instanceof Regulator r && holder.containsKey("regulator " + r.id())
        ? new Regulator(
            r.id(),
            r.from(),
            r.to(),
            r.phases(),
            r.step(),
            r.maxTap(),
            r.taps(),
            r.rOhm(),
            r.xOhm(),
            Optional.empty())
        : branch;
  }

  /** A capacitor without its control where that was taken over. */
  Capacitor uncontrolled(Capacitor c) {
    return holder.containsKey("capacitor " + c.id())
        ? new Capacitor(c.id(), c.bus(), c.connection(), c.mvar(), c.on())
        : c;
  }

  boolean isEmpty() {
    return holder.isEmpty();
  }

  private final class Taps implements RegulatorTaps {
    private final Regulator regulator;
    private final int branch;

    Taps(Regulator regulator, int branch) {
      this.regulator = regulator;
      this.branch = branch;
    }

    @Override
    public Phases phases() {
      return regulator.phases();
    }

    @Override
    public int greatest() {
      return regulator.maxTap();
    }

    @Override
    public double step() {
      return regulator.step();
    }

    @Override
    public int tap(int phase) {
      return feeder.isReady()
          ? feeder.injections().taps()[3 * branch + phase]
          : (int) Math.rint(regulator.taps().get(phase));
    }

    @Override
    public void tap(int phase, int tap) {
      if (!regulator.phases().has(phase)) {
        throw new IllegalArgumentException(
            "regulator " + regulator.id() + " has no phase " + "abc".charAt(phase));
      }
      feeder.injections().taps()[3 * branch + phase] =
          Math.max(-regulator.maxTap(), Math.min(regulator.maxTap(), tap));
    }
  }

  private final class Breaker implements CapacitorBreaker {
    private final double mvar;
    private final boolean initiallyOn;
    private final int index;

    Breaker(Capacitor capacitor, int index) {
      this.mvar = capacitor.mvar().sum();
      this.initiallyOn = capacitor.on();
      this.index = index;
    }

    @Override
    public double mvar() {
      return mvar;
    }

    @Override
    public boolean on() {
      return feeder.isReady() ? feeder.injections().capacitorOn()[index] : initiallyOn;
    }

    @Override
    public void on(boolean on) {
      feeder.injections().capacitorOn()[index] = on;
    }
  }
}
