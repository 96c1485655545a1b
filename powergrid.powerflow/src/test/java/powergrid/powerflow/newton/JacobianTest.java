package powergrid.powerflow.newton;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static powergrid.powerflow.newton.Parts.bus;
import static powergrid.powerflow.newton.Parts.line;
import static powergrid.powerflow.newton.Parts.load;
import static powergrid.powerflow.newton.Parts.source;
import static powergrid.powerflow.newton.Parts.transformer;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import powergrid.api.network.Generator;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Injections;

/** Derivatives against differences, and both ways of solving with them against each other. */
class JacobianTest {
  private static final double STEP = 1e-6;

  private final Network network =
      Network.builder("meshed")
          .add(bus("a"))
          .add(bus("b"))
          .add(bus("c"))
          .add(bus("d"))
          .add(bus("e"))
          .add(line("a", "b", 0.01, 0.03, 0.1))
          .add(line("b", "c", 0.02, 0.03, 0.1))
          .add(line("a", "c", 0.03, 0.05, 0))
          .add(line("c", "d", 0.03, 0.02, 0))
          .add(transformer("d", "e", 0.1, 0.01, -0.02, 1.02, 30))
          .add(transformer("b", "e", 0.1, 0.01, -0.02, 1.02, 35))
          .add(load("b", LoadModel.POWER, 1, 0.5))
          .add(load("c", LoadModel.CURRENT, 1, 0.5))
          .add(load("d", LoadModel.IMPEDANCE, 1, 0.5))
          .add(new Generator("g", "c", 1, 0, 1.01))
          .add(source("a"))
          .build();

  private Nodes nodes;
  private SetPoints setPoints;
  private PowerBalance balance;
  private double[] re;
  private double[] im;
  private double[] tolerance;

  @BeforeEach
  void assemble() {
    PositiveSequence net = new PositiveSequence(network);
    Injections injections = new Injections(network);
    nodes = new Nodes(net);
    nodes.connect(injections.closed());
    nodes.scale();
    setPoints = new SetPoints(nodes);
    setPoints.connect();
    setPoints.scale();
    Admittances y = new Admittances(nodes);
    y.connect(injections.closed(), setPoints.isKept);
    y.assemble(injections.capacitorOn());
    Taken taken = new Taken(nodes, setPoints, injections);
    taken.connect();
    taken.update(0.1);
    re = new double[nodes.nodes];
    im = new double[nodes.nodes];
    Random random = new Random(1);
    for (int i = 0; i < re.length; i++) {
      re[i] = 0.9 + 0.2 * random.nextDouble();
      im[i] = 0.2 * random.nextDouble();
    }
    tolerance = new double[nodes.nodes];
    Arrays.fill(tolerance, 1);
    Jacobian jacobian = new Jacobian(nodes.unknown, y, setPoints.isKept);
    balance = new PowerBalance(y, jacobian, taken, re, im);
    balance.evaluate(tolerance);
  }

  private double[][] dense() {
    Jacobian j = balance.jacobian;
    double[][] matrix = new double[j.variables()][j.variables()];
    for (int i = 0; i < j.nodes; i++) {
      int columns = j.start[i + 1] - j.start[i];
      for (int row = 0; row < j.rows(i); row++) {
        for (int k = 0; k < columns; k++) {
          matrix[j.first[i] + row][j.column[j.start[i] + k]] = j.value[j.at[i] + row * columns + k];
        }
      }
    }
    return matrix;
  }

  /** Turns a node's voltage and stretches it. */
  private double[] missingAt(int node, double angle, double length) {
    double vRe = re[node];
    double vIm = im[node];
    re[node] = (1 + length) * (Math.cos(angle) * vRe - Math.sin(angle) * vIm);
    im[node] = (1 + length) * (Math.cos(angle) * vIm + Math.sin(angle) * vRe);
    balance.evaluate(tolerance);
    re[node] = vRe;
    im[node] = vIm;
    return balance.missing.clone();
  }

  @Test
  void derivativesAreLimitsOfDifferences() {
    double[][] expected = dense();
    for (int node = 0; node < nodes.unknown; node++) {
      for (int kind = 0; kind < balance.jacobian.rows(node); kind++) {
        double angle = kind == 0 ? STEP : 0;
        double length = STEP - angle;
        double[] more = missingAt(node, angle, length);
        double[] less = missingAt(node, -angle, -length);
        int column = balance.jacobian.first[node] + kind;
        for (int row = 0; row < more.length; row++) {
          assertEquals(expected[row][column], (less[row] - more[row]) / (2 * STEP), 1e-7);
        }
      }
    }
  }

  @Test
  void eliminationAndPivotedFactorsSolveTheSame() {
    double[] own = balance.missing.clone();
    double[] pivoted = balance.missing.clone();
    double[][] matrix = dense();
    assertTrue(new Elimination(balance.jacobian, nodes.later).solve(own));
    assertTrue(new PivotedLu(balance.jacobian).solve(pivoted));
    assertArrayEquals(pivoted, own, 1e-12);
    for (int row = 0; row < own.length; row++) {
      double sum = 0;
      for (int column = 0; column < own.length; column++) {
        sum += matrix[row][column] * own[column];
      }
      assertEquals(balance.missing[row], sum, 1e-12);
    }
  }

  @Test
  void aPivotThatVanishesIsLeftToThePivotedFactors() {
    Elimination elimination = new Elimination(balance.jacobian, nodes.later);
    double[] value = balance.jacobian.value;
    double[] good = value.clone();
    value[0] = 0;
    value[1] = 0;
    int columns = balance.jacobian.start[1];
    value[columns] = 0;
    value[columns + 1] = 0;
    assertFalse(elimination.solve(balance.missing.clone()));
    double[][] matrix = dense();
    double[] x = balance.missing.clone();
    assertTrue(new PivotedLu(balance.jacobian).solve(x));
    for (int row = 0; row < x.length; row++) {
      double sum = 0;
      for (int column = 0; column < x.length; column++) {
        sum += matrix[row][column] * x[column];
      }
      assertEquals(balance.missing[row], sum, 1e-10);
    }
    // and nothing of the failure is left behind
    System.arraycopy(good, 0, value, 0, good.length);
    double[] again = balance.missing.clone();
    double[] fresh = balance.missing.clone();
    assertTrue(elimination.solve(again));
    assertTrue(new Elimination(balance.jacobian, nodes.later).solve(fresh));
    assertArrayEquals(fresh, again);
  }
}
