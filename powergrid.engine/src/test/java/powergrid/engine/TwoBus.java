package powergrid.engine;

import powergrid.api.network.Bus;
import powergrid.api.network.Connection;
import powergrid.api.network.Line;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.NetworkFactory;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Source;
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.plugin.Field;

/**
 * A source of 1 kV and a bus at the end of a balanced line of 0.04 + j 0.08 Ω, which at 1 kV is
 * that much in pu of 1 MVA. With P + jQ injected at its end, in pu,
 *
 * <pre>
 * v⁴ − (v1² + 2 (rP + xQ)) v² + (r² + x²)(P² + Q²) = 0
 * </pre>
 */
final class TwoBus implements NetworkFactory<TwoBus.Settings> {
  static final double R = 0.04;
  static final double X = 0.08;

  /**
   * Its configuration.
   *
   * @param sourcePu magnitude of the source's voltage
   * @param loadMw of a load of constant power at the end of the line
   */
  public record Settings(
      @Field(unit = "pu") double sourcePu, @Field(unit = "MW", value = "0") double loadMw) {}

  /** The greater root: the voltage at the end of the line. */
  static double voltage(double sourcePu, double p, double q) {
    double b = sourcePu * sourcePu + 2 * (R * p + X * q);
    double c = (R * R + X * X) * (p * p + q * q);
    return Math.sqrt((b + Math.sqrt(b * b - 4 * c)) / 2);
  }

  @Override
  public Class<Settings> configType() {
    return Settings.class;
  }

  @Override
  public Network create(Settings configuration) {
    Network.Builder network =
        Network.builder("two-bus")
            .add(new Bus("head", Phases.ABC, 1))
            .add(new Bus("end", Phases.ABC, 1))
            .add(new Source("source", "head", configuration.sourcePu(), 0))
            .add(
                new Line(
                    "line",
                    "head",
                    "end",
                    Phases.ABC,
                    1,
                    new SymmetricMatrix(R, 0, 0, R, 0, R),
                    new SymmetricMatrix(X, 0, 0, X, 0, X),
                    SymmetricMatrix.ZERO,
                    Double.NaN));
    if (configuration.loadMw() > 0) {
      double third = configuration.loadMw() / 3;
      network.add(
          new Load(
              "load",
              "end",
              Connection.WYE,
              LoadModel.POWER,
              new PhaseValues(third, third, third),
              PhaseValues.ZERO));
    }
    return network.build();
  }
}
