package powergrid.engine.world;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import powergrid.api.network.Network;
import powergrid.api.powerflow.ControlledSolver;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Status;

/**
 * Islands that devices form: who forms one now, whether it can carry it, what is shed where it
 * cannot, and what goes dark where that does not help.
 */
final class Islands {
  private final Network network;
  private final ControlledSolver solver;
  private final Solution solution;
  private final DeviceTerminal[] forming;
  private final DeviceTerminal[] sheddable;
  private final DeviceTerminal[] all;
  private final int[] loadBus;
  private final double[] loadMw;
  private final double[] loadScale;
  private final int[] capacitorBus;
  private final boolean[] capacitorOn;
  private final boolean[] dark;
  private int tapMoves;
  private int capacitorMoves;

  Islands(Network network, ControlledSolver solver, DeviceTerminal[] terminals) {
    this.network = network;
    this.solver = solver;
    solution = solver.solution();
    all = terminals;
    forming = Arrays.stream(all).filter(t -> t.forming() != null).toArray(DeviceTerminal[]::new);
    sheddable =
        Arrays.stream(all)
            .filter(t -> t.shedPriority() < Integer.MAX_VALUE && t.forming() == null)
            .sorted(Comparator.comparingInt(DeviceTerminal::shedPriority))
            .toArray(DeviceTerminal[]::new);
    loadBus = network.loads().stream().mapToInt(l -> network.busIndex(l.bus())).toArray();
    loadMw = network.loads().stream().mapToDouble(l -> l.mw().sum()).toArray();
    loadScale = new double[loadBus.length];
    capacitorBus = network.capacitors().stream().mapToInt(c -> network.busIndex(c.bus())).toArray();
    capacitorOn = new boolean[capacitorBus.length];
    dark = new boolean[forming.length == 0 ? 0 : solution.re().length];
  }

  /** Looks who forms an island in the coming solve; all are connected. */
  void begin() {
    tapMoves = 0;
    capacitorMoves = 0;
    for (DeviceTerminal terminal : all) {
      terminal.shed(false);
    }
    for (DeviceTerminal terminal : forming) {
      int by = supplier(terminal);
      terminal.forming().active(by >= 0 && network.sources().get(by).gridForming());
    }
    if (forming.length > 0) {
      wake();
    }
  }

  private int supplier(DeviceTerminal terminal) {
    return solver.supplier(network.busIndex(terminal.bus()));
  }

  /** Gives nodes that were dark and have supply a voltage to start from. */
  private void wake() {
    for (int node = 0; node < dark.length; node++) {
      if (dark[node] && solver.supplier(node / 3) >= 0) {
        double angle = Math.toRadians(-120 * (node % 3));
        solution.re()[node] = StrictMath.cos(angle);
        solution.im()[node] = StrictMath.sin(angle);
      }
      dark[node] = false;
    }
  }

  /**
   * Has islands shed devices until those that form them can carry them, or go dark.
   *
   * @param status of the solve
   * @param inject puts what terminals inject into the solver's injections
   */
  Status carry(Status status, Runnable inject) {
    tapMoves = solver.tapMoves();
    capacitorMoves = solver.capacitorMoves();
    Status now = status;
    for (DeviceTerminal terminal : forming) {
      while (now != Status.DIVERGED
          && terminal.forms()
          && terminal.forming().overload(solution) != 0) {
        DeviceTerminal next = next(supplier(terminal), terminal.forming().overload(solution));
        if (next == null) {
          now = darken(supplier(terminal), inject);
        } else {
          next.shed(true);
          now = solve(inject);
        }
      }
    }
    return now;
  }

  private Status solve(Runnable inject) {
    inject.run();
    Status status = solver.solve(0);
    tapMoves += solver.tapMoves();
    capacitorMoves += solver.capacitorMoves();
    return status;
  }

  /** The next to go: of those that take power where there is too little, or inject too much. */
  private DeviceTerminal next(int island, int overload) {
    for (DeviceTerminal terminal : sheddable) {
      if (!terminal.shed()
          && supplier(terminal) == island
          && overload * terminal.realisedMw() < 0) {
        return terminal;
      }
    }
    return null;
  }

  /** Solves without anything in the island but its branches, and takes its voltage away. */
  private Status darken(int island, Runnable inject) {
    double[] scale = solver.injections().loadScale();
    System.arraycopy(scale, 0, loadScale, 0, scale.length);
    double darkMw = 0;
    for (int i = 0; i < loadBus.length; i++) {
      if (solver.supplier(loadBus[i]) == island) {
        darkMw += scale[i] * loadMw[i];
        scale[i] = 0;
      }
    }
    boolean[] on = solver.injections().capacitorOn();
    System.arraycopy(on, 0, capacitorOn, 0, on.length);
    for (int i = 0; i < on.length; i++) {
      on[i] &= solver.supplier(capacitorBus[i]) != island;
    }
    for (DeviceTerminal terminal : all) {
      if (supplier(terminal) == island) {
        terminal.shed(true);
        if (terminal.forming() != null) {
          terminal.forming().active(false);
        }
      }
    }
    Status status = solve(inject);
    System.arraycopy(loadScale, 0, scale, 0, scale.length);
    System.arraycopy(capacitorOn, 0, on, 0, on.length);
    if (status != Status.DIVERGED) {
      takeVoltage(island);
      solution.unsupplied(solution.unsuppliedMw() + darkMw);
    }
    return status;
  }

  private void takeVoltage(int island) {
    double mw = 0;
    double mvar = 0;
    for (int s = 0; s < network.sources().size(); s++) {
      if (solver.supplier(network.busIndex(network.sources().get(s).bus())) == island) {
        mw += solution.sourceMw(s);
        mvar += solution.sourceMvar(s);
        Arrays.fill(solution.sourcesMw(), 3 * s, 3 * s + 3, 0);
        Arrays.fill(solution.sourcesMvar(), 3 * s, 3 * s + 3, 0);
      }
    }
    // what its sources still supplied was lost in its branches
    solution.totals(
        solution.sourceMw() - mw,
        solution.sourceMvar() - mvar,
        solution.loadMw(),
        solution.loadMvar(),
        solution.lossesMw() - mw,
        solution.lossesMvar() - mvar);
    for (int bus = 0; bus < network.buses().size(); bus++) {
      boolean inside = solver.supplier(bus) == island;
      for (int node = 3 * bus; inside && node < 3 * bus + 3; node++) {
        if (solution.magnitude(node) > 0) {
          dark[node] = true;
          solution.re()[node] = 0;
          solution.im()[node] = 0;
        }
      }
    }
  }

  /** Forgets what was dark. */
  void reset() {
    Arrays.fill(dark, false);
  }

  void save(DataOutput out) throws IOException {
    for (boolean node : dark) {
      out.writeBoolean(node);
    }
  }

  void restore(DataInput in) throws IOException {
    for (int node = 0; node < dark.length; node++) {
      dark[node] = in.readBoolean();
    }
  }

  /** Steps of taps in the last step, over all of its solves. */
  int tapMoves() {
    return tapMoves;
  }

  /** Switchings of capacitors in the last step. */
  int capacitorMoves() {
    return capacitorMoves;
  }
}
