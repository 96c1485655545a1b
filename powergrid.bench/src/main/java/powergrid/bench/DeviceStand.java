package powergrid.bench;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Variables;
import powergrid.api.dataset.Column;
import powergrid.api.dataset.Known;
import powergrid.api.dataset.Series;
import powergrid.api.device.CapacitorBreaker;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.DeviceFactory;
import powergrid.api.device.RegulatorTaps;
import powergrid.api.device.Settlement;
import powergrid.api.device.Terminal;
import powergrid.api.network.Connection;
import powergrid.api.network.Phases;
import powergrid.api.powerflow.VoltageResponse;
import powergrid.api.random.RandomStream;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Setting;
import powergrid.scenario.RecordConfigurationBinder;
import powergrid.scenario.yaml.Origin;
import powergrid.scenario.yaml.YamlTree;

/**
 * A device without a network, so that a step is its own code and little else: what it injects
 * flows, at 1 pu; its actions are those of a table drawn beforehand.
 */
final class DeviceStand implements DeviceContext, Terminal, Settlement {
  private static final double HOURS = 0.25;
  private static final int TABLE = 1024;

  private final Variables actions = new Variables();
  private final Variables state = new Variables();
  private final RandomStream random = new RandomStream(1);
  private final List<Wave> waves = new ArrayList<>();
  private final int[] taps = new int[3];
  private final Flexibility flexibility = new Flexibility();
  private final Device device;
  private final double[][] chosen;
  private VoltageResponse response;
  private double[] followed = new double[2];
  private boolean on;
  private double pMw;
  private double qMvar;
  private double booked;
  private int step;

  /**
   * A device.
   *
   * @param factory of its kind
   * @param configuration as a scenario writes it
   */
  <C extends Record> DeviceStand(DeviceFactory<C> factory, String configuration) {
    List<Mistake> mistakes = new ArrayList<>();
    Setting.Mapping mapping =
        (Setting.Mapping)
            YamlTree.parse(configuration, Origin.value("", ""), mistakes).orElseThrow();
    C bound =
        new RecordConfigurationBinder()
            .bind(mapping, factory.configType(), mistakes)
            .orElseThrow(() -> new IllegalArgumentException(mistakes.toString()));
    device = factory.create(bound, this);
    RandomStream draws = new RandomStream(2);
    chosen = new double[TABLE][actions.space().size()];
    for (double[] row : chosen) {
      for (int i = 0; i < row.length; i++) {
        var axis = actions.space().axis(i);
        row[i] = axis.clamp(axis.low() + (axis.high() - axis.low()) * draws.nextDouble());
      }
    }
    state.space();
    device.reset();
  }

  /**
   * One step with the next row of actions.
   *
   * @return something that depends on all of it
   */
  double step() {
    int row = step++ & (TABLE - 1);
    double[] next = chosen[row];
    System.arraycopy(next, 0, actions.values(), 0, next.length);
    for (int i = 0; i < waves.size(); i++) { // an iterator would be an allocation
      waves.get(i).now = row;
    }
    device.act(HOURS);
    if (response != null) {
      response.respond(1, followed);
    }
    device.settle(this);
    return pMw + qMvar + booked;
  }

  /**
   * What it could do in the next step.
   *
   * @return something that depends on all of it
   */
  double offer() {
    flexibility.fix(pMw);
    device.offer(HOURS, flexibility);
    return flexibility.minMw() + flexibility.maxMw() + flexibility.buy() + flexibility.sell();
  }

  /** A series that goes up and down over a day, known at its interval. */
  private static final class Wave implements Series {
    private final Column column;
    private final double[] values = new double[TABLE + 1];
    private int now;

    Wave(String name, double low, double high) {
      column = new Column(name, "", low, high, Known.AHEAD);
      for (int t = 0; t < values.length; t++) {
        double share = 0.5 - 0.5 * Math.cos(2 * Math.PI * t / 96);
        values[t] = low + share * (high - low);
      }
    }

    @Override
    public double actual() {
      return values[now];
    }

    @Override
    public double known() {
      return values[now];
    }

    @Override
    public double ahead(int intervals) {
      return now + intervals <= TABLE ? values[now + intervals] : Double.NaN;
    }

    @Override
    public double forecast(int intervals) {
      return ahead(intervals);
    }

    @Override
    public Column column() {
      return column;
    }
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
    return state.feature(name);
  }

  @Override
  public Terminal terminal() {
    return this;
  }

  @Override
  public Series series(String name) {
    Wave wave =
        switch (name) {
          case "price" -> new Wave(name, 20, 150);
          case "load" -> new Wave(name, 0.3, 1);
          case "irradiance", "directIrradiance" -> new Wave(name, 0, 1000);
          case "diffuseIrradiance" -> new Wave(name, 0, 200);
          case "sunElevation" -> new Wave(name, -30, 70);
          case "sunAzimuth" -> new Wave(name, 60, 300);
          case "temperature" -> new Wave(name, 5, 35);
          case "windSpeed" -> new Wave(name, 0, 20);
          default -> new Wave(name, 0, 1);
        };
    waves.add(wave);
    return wave;
  }

  @Override
  public RegulatorTaps regulator(String id) {
    return new RegulatorTaps() {
      @Override
      public Phases phases() {
        return Phases.ABC;
      }

      @Override
      public int greatest() {
        return 16;
      }

      @Override
      public double step() {
        return 0.00625;
      }

      @Override
      public int tap(int phase) {
        return taps[phase];
      }

      @Override
      public void tap(int phase, int tap) {
        taps[phase] = Math.max(-16, Math.min(16, tap));
      }
    };
  }

  @Override
  public CapacitorBreaker capacitor(String id) {
    return new CapacitorBreaker() {
      @Override
      public double mvar() {
        return 0.6;
      }

      @Override
      public boolean on() {
        return on;
      }

      @Override
      public void on(boolean to) {
        on = to;
      }
    };
  }

  @Override
  public RandomStream random() {
    return random;
  }

  @Override
  public Phases phases() {
    return Phases.ABC;
  }

  @Override
  public Connection connection() {
    return Connection.WYE;
  }

  @Override
  public void inject(double injectedMw, double injectedMvar) {
    pMw = injectedMw;
    qMvar = injectedMvar;
  }

  @Override
  public void meterSource() {
    // Its power is what a test injects: nothing.
  }

  @Override
  public void follow(double ratingMva, VoltageResponse to) {
    response = to;
  }

  @Override
  public void formGrid(double voltagePu, double ratingMva) {
    // There is no island to form.
  }

  @Override
  public void carry(double minMw, double maxMw) {
    booked = maxMw;
  }

  @Override
  public double hours() {
    return HOURS;
  }

  @Override
  public double pMw() {
    return pMw + followed[0];
  }

  @Override
  public double qMvar() {
    return qMvar + followed[1];
  }

  @Override
  public double voltagePu() {
    return 1;
  }

  @Override
  public double pMw(int phase) {
    return pMw() / 3;
  }

  @Override
  public double qMvar(int phase) {
    return qMvar() / 3;
  }

  @Override
  public double voltagePu(int phase) {
    return 1;
  }

  @Override
  public boolean formedGrid() {
    return false;
  }

  @Override
  public boolean blackout() {
    return false;
  }

  @Override
  public double contractedMw() {
    return 0;
  }

  @Override
  public void bill(double usd) {
    cost(usd);
  }

  @Override
  public void cost(double usd) {
    booked += usd;
  }

  @Override
  public void violation(double severity) {
    booked += severity;
  }

  @Override
  public void curtailed(double mwh) {
    booked += mwh;
  }
}
