package powergrid.learning.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import powergrid.api.learning.Tensors;
import powergrid.api.random.RandomStream;

class MlpTest {
  private static final int ROWS = 7;
  private final RandomStream random = new RandomStream(11);

  private float[][] normal(int rows, int n) {
    float[][] x = new float[rows][n];
    for (float[] row : x) {
      for (int i = 0; i < n; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
    return x;
  }

  /** The same network in doubles, by its definition. */
  private static double[] slow(Mlp net, Activation activation, float[] x) {
    double[] in = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      in[i] = x[i];
    }
    for (int l = 0; l < net.layers(); l++) {
      float[][] w = net.weights(net.parameters(), l);
      double[] out = new double[w.length];
      for (int o = 0; o < out.length; o++) {
        out[o] = net.bias(net.parameters(), l)[o];
        for (int i = 0; i < in.length; i++) {
          out[o] += (double) w[o][i] * in[i];
        }
        if (l < net.layers() - 1) {
          out[o] = activation == Activation.TANH ? Math.tanh(out[o]) : Math.max(0, out[o]);
        }
      }
      in = out;
    }
    return in;
  }

  @ParameterizedTest
  @EnumSource
  void outputsAreThoseOfTheDefinition(Activation activation) {
    Mlp net = new Mlp(activation, 5, 13, 22, 3); // narrow and wide layers, no multiple of four
    net.start(random, 1.4, 1);
    float[][] x = normal(ROWS, 5);
    Mlp.Pass pass = net.pass(ROWS);
    net.forward(pass, x, ROWS);
    for (int r = 0; r < ROWS; r++) {
      double[] expected = slow(net, activation, x[r]);
      for (int o = 0; o < 3; o++) {
        assertEquals(expected[o], pass.outputs()[r][o], 5e-5);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void gradientsAreThoseOfFiniteDifferences(Activation activation) {
    Mlp net = new Mlp(activation, 5, 13, 22, 3);
    net.start(random, 1.4, 1);
    float[][] x = normal(ROWS, 5);
    float[][] weight = normal(ROWS, 3); // loss = sum of weight × output
    Mlp.Pass pass = net.pass(ROWS);
    net.forward(pass, x, ROWS);
    for (int r = 0; r < ROWS; r++) {
      System.arraycopy(weight[r], 0, pass.derivatives()[r], 0, 3);
    }
    Parameters gradient = net.parameters().zeros();
    net.backward(pass, x, ROWS, gradient);
    int checked = 0;
    for (int a = 0; a < gradient.count(); a++) {
      float[] p = net.parameters().array(a);
      for (int i = 0; i < p.length; i++) {
        float kept = p[i];
        float step = 1e-3f;
        p[i] = kept + step;
        double up = loss(net, activation, x, weight);
        p[i] = kept - step;
        double down = loss(net, activation, x, weight);
        p[i] = kept;
        assertEquals((up - down) / (2 * step), gradient.array(a)[i], 2e-3, "array " + a);
        checked++;
      }
    }
    assertEquals(5 * 13 + 13 + 13 * 22 + 22 + 22 * 3 + 3, checked);
  }

  private static double loss(Mlp net, Activation activation, float[][] x, float[][] weight) {
    double sum = 0;
    for (int r = 0; r < ROWS; r++) {
      double[] y = slow(net, activation, x[r]);
      for (int o = 0; o < y.length; o++) {
        sum += weight[r][o] * y[o];
      }
    }
    return sum;
  }

  @Test
  void aRowsOutputsDoNotDependOnTheRowsAroundIt() {
    Mlp net = new Mlp(Activation.TANH, 6, 64, 64, 2);
    net.start(random, 1.4, 1);
    float[][] x = normal(9, 6);
    Mlp.Pass many = net.pass(9);
    net.forward(many, x, 9);
    Mlp.Pass one = net.pass(1);
    for (int r = 0; r < 9; r++) {
      net.forward(one, new float[][] {x[r]}, 1);
      assertArrayEquals(one.outputs()[0], many.outputs()[r]);
    }
  }

  @Test
  void startsWithOrthogonalRowsOfTheGainsLength() {
    Mlp net = new Mlp(Activation.TANH, 40, 16, 16);
    net.start(random, 2, 1);
    float[][] w = net.weights(net.parameters(), 0);
    for (int a = 0; a < 16; a++) {
      for (int b = 0; b < 16; b++) {
        assertEquals(a == b ? 4 : 0, Rows.dot(w[a], w[b], 40), 1e-5);
      }
    }
    assertArrayEquals(new float[16], net.bias(net.parameters(), 0));
  }

  @Test
  void startsWithOrthogonalColumnsWhereThereAreMoreOutputsThanInputs() {
    Mlp net = new Mlp(Activation.TANH, 3, 16, 1);
    net.start(random, 2, 1);
    float[][] w = net.weights(net.parameters(), 0);
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        double dot = 0;
        for (int o = 0; o < 16; o++) {
          dot += w[o][a] * w[o][b];
        }
        assertEquals(a == b ? 4 : 0, dot, 1e-5);
      }
    }
  }

  @Test
  void restoresWhatWasSavedAndRefusesOtherShapes() {
    Mlp net = new Mlp(Activation.TANH, 4, 16, 2);
    net.start(random, 1.4, 1);
    Tensors saved = new Tensors();
    net.save(saved, "net");
    assertArrayEquals(new int[] {16, 4}, saved.shape("net.0.weight"));
    Mlp other = new Mlp(Activation.TANH, 4, 16, 2);
    other.restore(saved, "net");
    float[][] x = normal(1, 4);
    Mlp.Pass a = net.pass(1);
    Mlp.Pass b = other.pass(1);
    net.forward(a, x, 1);
    other.forward(b, x, 1);
    assertArrayEquals(a.outputs(), b.outputs());
    Mlp wide = new Mlp(Activation.TANH, 4, 17, 2);
    String message =
        assertThrows(IllegalArgumentException.class, () -> wide.restore(saved, "net")).getMessage();
    assertTrue(message.contains("net.0.weight is of shape [16, 4] where [17, 4]"), message);
  }
}
