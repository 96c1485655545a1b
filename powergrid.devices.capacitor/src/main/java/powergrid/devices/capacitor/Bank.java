package powergrid.devices.capacitor;

import powergrid.api.device.CapacitorBreaker;
import powergrid.api.device.Terminal;
import powergrid.api.powerflow.VoltageResponse;

/** What is switched. */
interface Bank {
  /** IEEE Std 18: what a capacitor must bear of its rating, so that it may follow its voltage. */
  double OVERLOAD = 1.35;

  /** Has a number of steps on in the coming solve. */
  void on(int steps);

  /** A capacitor of the network: one step. */
  static Bank of(CapacitorBreaker breaker) {
    return steps -> breaker.on(steps > 0);
  }

  /** Steps at a terminal: constant susceptances. */
  static Bank of(Terminal terminal, double stepMvar, int steps) {
    Susceptance bank = new Susceptance(stepMvar);
    terminal.follow(OVERLOAD * stepMvar * steps, bank);
    return bank;
  }

  /** Q = n q v². */
  final class Susceptance implements Bank, VoltageResponse {
    private final double stepMvar;
    private double mvar;

    private Susceptance(double stepMvar) {
      this.stepMvar = stepMvar;
    }

    @Override
    public void on(int steps) {
      mvar = steps * stepMvar;
    }

    @Override
    public void respond(double voltagePu, double[] power) {
      power[0] = 0;
      power[1] = mvar * voltagePu * voltagePu;
    }
  }
}
