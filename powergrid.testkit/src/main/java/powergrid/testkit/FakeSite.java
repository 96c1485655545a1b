package powergrid.testkit;

import java.util.HashMap;
import java.util.Map;
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
  final Map<String, FakeSeries> series = new HashMap<>();
  final Map<String, FakeTaps> regulators = new HashMap<>();
  final Map<String, FakeBreaker> capacitors = new HashMap<>();
  private final Variables actions = new Variables();
  private final Variables state = new Variables();
  private final RandomStream random = new RandomStream(1);
  private Phases phases = Phases.ABC;
  private Connection connection = Connection.WYE;
  private VoltageResponse response;
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

  void reset() {
    pMw = 0;
    qMvar = 0;
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
    return found(series, name, "series");
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
