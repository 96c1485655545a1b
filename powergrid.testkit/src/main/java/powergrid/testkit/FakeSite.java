package powergrid.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import powergrid.api.agent.Variables;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.Terminal;
import powergrid.api.network.Connection;
import powergrid.api.network.Phases;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.powerflow.VoltageResponse;
import powergrid.api.random.RandomStream;

/** Where a device on its own stands, and what it said there. */
final class FakeSite implements DeviceContext, Terminal {
  private final Map<String, FakeSeries> series = new HashMap<>();
  private final List<FakeSeries> moved = new ArrayList<>(); // a map's iterator would allocate
  final Map<String, FakeTaps> regulators = new HashMap<>();
  final Map<String, FakeBreaker> capacitors = new HashMap<>();
  private final Map<String, FakeTaps> tapsAtStart = new HashMap<>();
  private final Map<String, Boolean> breakersAtStart = new HashMap<>();
  private final Variables actions = new Variables();
  private final Variables state = new Variables();
  private final RandomStream random = new RandomStream(1);
  private Phases phases = Phases.ABC;
  private Connection connection = Connection.WYE;
  private Function<String, FakeSeries> otherSeries = name -> null;
  private boolean foreknown;
  private VoltageResponse response;
  private double followingMva = Double.NaN;
  private double pMw;
  private double qMvar;
  private boolean metersSource;
  private double formsPu = Double.NaN;
  private double formsMva = Double.NaN;
  private double leastMw = Double.NaN;
  private double greatestMw = Double.NaN;

  void connect(Phases to, Connection by) {
    phases = to;
    connection = by;
  }

  Variables state() {
    return state;
  }

  VoltageResponse response() {
    return response;
  }

  double pMw() {
    return pMw;
  }

  double qMvar() {
    return qMvar;
  }

  boolean metersSource() {
    return metersSource;
  }

  /** The voltage that it forms, pu; NaN if it is not grid-forming. */
  double formsPu() {
    return formsPu;
  }

  /** What it can supply at most when it forms, MVA. */
  double formsMva() {
    return formsMva;
  }

  double leastMw() {
    return leastMw;
  }

  double greatestMw() {
    return greatestMw;
  }

  double followingMva() {
    return followingMva;
  }

  void give(FakeSeries given) {
    FakeSeries before = series.put(given.column().name(), given);
    moved.remove(before);
    moved.add(given);
  }

  /** Gives what is asked for by names that are not given. */
  void giveOthers(Function<String, FakeSeries> source) {
    otherSeries = source;
  }

  /** Has every series known at the start of its intervals. */
  void foreknow() {
    foreknown = true;
  }

  /** A series that was given; null where it was not. */
  FakeSeries given(String name) {
    return series.get(name);
  }

  void moveTo(int interval) {
    for (int i = 0; i < moved.size(); i++) {
      moved.get(i).now(interval);
    }
  }

  /** The device is made: what the network's elements stand at is what episodes start with. */
  void made() {
    actions.space();
    state.space();
    regulators.forEach((id, taps) -> tapsAtStart.put(id, taps.copy()));
    capacitors.forEach((id, breaker) -> breakersAtStart.put(id, breaker.on()));
  }

  void reset() {
    actions.reset();
    state.reset();
    tapsAtStart.forEach((id, taps) -> regulators.get(id).sameAs(taps));
    breakersAtStart.forEach((id, on) -> capacitors.get(id).on(on));
    pMw = 0;
    qMvar = 0;
  }

  /** Takes over all that a snapshot holds. */
  void restore(FakeSite other) {
    copy(other.actions, actions);
    copy(other.state, state);
    random.state(other.random.state());
    regulators.forEach((id, taps) -> taps.sameAs(other.regulators.get(id)));
    capacitors.forEach((id, breaker) -> breaker.on(other.capacitors.get(id).on()));
    pMw = other.pMw;
    qMvar = other.qMvar;
  }

  private static void copy(Variables from, Variables to) {
    System.arraycopy(from.values(), 0, to.values(), 0, to.values().length);
    System.arraycopy(from.forbidden(), 0, to.forbidden(), 0, to.forbidden().length);
  }

  @Override
  public String id() {
    return "device";
  }

  @Override
  public Variables actions() {
    return actions;
  }

  @Override
  public Variables feature(String name) {
    if (name.equals("electrical")) {
      throw new IllegalArgumentException("every device has the feature 'electrical'");
    }
    return state.feature(name);
  }

  @Override
  public Terminal terminal() {
    return this;
  }

  @Override
  public FakeSeries series(String name) {
    if (!series.containsKey(name)) {
      FakeSeries other = otherSeries.apply(name);
      if (other != null) {
        give(other);
      }
    }
    FakeSeries found = found(series, name, "series");
    if (foreknown) {
      found = found.foreknown();
      give(found);
    }
    return found;
  }

  @Override
  public FakeTaps regulator(String id) {
    return found(regulators, id, "regulator");
  }

  @Override
  public FakeBreaker capacitor(String id) {
    return found(capacitors, id, "capacitor");
  }

  private static <T> T found(Map<String, T> among, String name, String what) {
    T found = among.get(name);
    if (found == null) {
      throw new ConfigurationException("", "no " + what + " " + name + ": the test gives none");
    }
    return found;
  }

  @Override
  public RandomStream random() {
    return random;
  }

  @Override
  public Phases phases() {
    return phases;
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public void inject(double injectedMw, double injectedMvar) {
    if (!Double.isFinite(injectedMw) || !Double.isFinite(injectedMvar)) {
      throw new AssertionError("injects " + injectedMw + " MW, " + injectedMvar + " MVAr");
    }
    pMw = injectedMw;
    qMvar = injectedMvar;
  }

  @Override
  public void meterSource() {
    metersSource = true;
  }

  @Override
  public void follow(double ratingMva, VoltageResponse to) {
    if (!(ratingMva > 0) || response != null) {
      throw new AssertionError("follows its voltage twice, or with a rating of " + ratingMva);
    }
    response = to;
    followingMva = ratingMva;
  }

  @Override
  public void formGrid(double voltagePu, double ratingMva) {
    if (phases != Phases.ABC || connection != Connection.WYE) {
      throw new ConfigurationException("phases", "a grid-forming device needs phases abc, wye");
    }
    if (!(voltagePu > 0 && ratingMva > 0) || !Double.isNaN(formsPu)) {
      throw new AssertionError("forms its grid twice, or at " + voltagePu + " pu, " + ratingMva);
    }
    formsPu = voltagePu;
    formsMva = ratingMva;
  }

  @Override
  public void carry(double minMw, double maxMw) {
    if (!(minMw <= maxMw)) {
      throw new AssertionError("carries from " + minMw + " to " + maxMw + " MW");
    }
    leastMw = minMw;
    greatestMw = maxMw;
  }
}
