package powergrid.learning.nn;

import java.util.Arrays;
import powergrid.api.learning.Tensors;
import powergrid.api.random.RandomStream;

/**
 * A network of dense layers: hidden ones with an activation, the last one without. Its weights may
 * be read by several threads at once, each with a {@link Pass} of its own; whoever changes them
 * calls {@link #refresh} before anybody reads them again.
 */
public final class Mlp {
  /** Below so many outputs, inner products are faster than sums of rows. */
  private static final int NARROW = 12;

  private final int[] sizes;
  private final Activation activation;
  private final Parameters parameters;
  private final float[][][] weights;
  private final float[][] biases;

  /** Weights as {@code [inputs][outputs]}, of layers that are not narrow. */
  private final float[][][] transposed;

  /**
   * A network of zeros.
   *
   * @param activation of hidden layers
   * @param sizes inputs, hidden layers, outputs
   */
  public Mlp(Activation activation, int... sizes) {
    this.sizes = sizes.clone();
    this.activation = activation;
    int layers = sizes.length - 1;
    int[] lengths = new int[0];
    for (int l = 0; l < layers; l++) {
      int before = lengths.length;
      lengths = Arrays.copyOf(lengths, before + sizes[l + 1] + 1);
      Arrays.fill(lengths, before, before + sizes[l + 1], sizes[l]);
      lengths[lengths.length - 1] = sizes[l + 1];
    }
    parameters = new Parameters(lengths);
    weights = new float[layers][][];
    biases = new float[layers][];
    transposed = new float[layers][][];
    for (int l = 0; l < layers; l++) {
      weights[l] = weights(parameters, l);
      biases[l] = bias(parameters, l);
      transposed[l] = sizes[l + 1] < NARROW ? null : new float[sizes[l]][sizes[l + 1]];
    }
  }

  /**
   * Starts anew: orthogonal weights, no biases.
   *
   * @param random is drawn from
   * @param hiddenGain of hidden layers
   * @param outputGain of the last layer
   */
  public void start(RandomStream random, double hiddenGain, double outputGain) {
    parameters.clear();
    for (int l = 0; l < weights.length; l++) {
      double gain = l == weights.length - 1 ? outputGain : hiddenGain;
      Orthogonal.fill(weights[l], sizes[l], gain, random);
    }
    refresh();
  }

  /**
   * What is learnt: for each layer a row of weights an output, then the biases.
   *
   * @return its own
   */
  public Parameters parameters() {
    return parameters;
  }

  /**
   * What is learnt of all layers but the last.
   *
   * @return a view of {@link #parameters}
   */
  public Parameters trunk() {
    return parameters.first(start(weights.length - 1));
  }

  /**
   * The activation of hidden layers.
   *
   * @return as given
   */
  public Activation activation() {
    return activation;
  }

  /**
   * The size of a layer.
   *
   * @param layer 0 for the inputs
   * @return a count
   */
  public int size(int layer) {
    return sizes[layer];
  }

  /**
   * How many layers have weights.
   *
   * @return one more than hidden ones
   */
  public int layers() {
    return weights.length;
  }

  /**
   * Weights of a layer in parameters of this shape.
   *
   * @param of this network's parameters, or their gradient
   * @param layer from 0
   * @return rows, one an output
   */
  public float[][] weights(Parameters of, int layer) {
    return of.rows(start(layer), sizes[layer + 1]);
  }

  /**
   * Biases of a layer in parameters of this shape.
   *
   * @param of this network's parameters, or their gradient
   * @param layer from 0
   * @return one an output
   */
  public float[] bias(Parameters of, int layer) {
    return of.array(start(layer) + sizes[layer + 1]);
  }

  private int start(int layer) {
    int at = 0;
    for (int l = 0; l < layer; l++) {
      at += sizes[l + 1] + 1;
    }
    return at;
  }

  /** Takes note of new weights. */
  public void refresh() {
    for (int l = 0; l < weights.length; l++) {
      if (transposed[l] != null) {
        for (int o = 0; o < sizes[l + 1]; o++) {
          float[] row = weights[l][o];
          for (int i = 0; i < sizes[l]; i++) {
            transposed[l][i][o] = row[i];
          }
        }
      }
    }
  }

  /**
   * Computes outputs.
   *
   * @param pass gets them, and what {@link #backward} needs
   * @param x inputs, rows × inputs
   * @param rows how many
   */
  public void forward(Pass pass, float[][] x, int rows) {
    float[][] in = x;
    for (int l = 0; l < weights.length; l++) {
      float[][] out = pass.values[l];
      int n = sizes[l + 1];
      if (transposed[l] == null) {
        for (int r = 0; r < rows; r++) {
          for (int o = 0; o < n; o++) {
            out[r][o] = biases[l][o] + Rows.dot(weights[l][o], in[r], sizes[l]);
          }
        }
      } else {
        for (int r = 0; r < rows; r++) {
          System.arraycopy(biases[l], 0, out[r], 0, n);
        }
        Rows.addProduct(in, transposed[l], out, rows, sizes[l], n);
      }
      if (l < weights.length - 1) {
        for (int r = 0; r < rows; r++) {
          activation.apply(out[r], n);
        }
      }
      in = out;
    }
  }

  /**
   * Adds the gradient of a loss whose derivatives with respect to the outputs are in the pass.
   *
   * @param pass of the {@link #forward} before
   * @param x inputs of then
   * @param rows how many
   * @param gradient of the parameters' shape, added to
   */
  public void backward(Pass pass, float[][] x, int rows, Parameters gradient) {
    for (int l = weights.length - 1; l >= 0; l--) {
      float[][] in = l == 0 ? x : pass.values[l - 1];
      float[][] d = pass.derivatives[l];
      Rows.addOuter(d, in, weights(gradient, l), rows, sizes[l + 1], sizes[l]);
      Rows.addRows(d, bias(gradient, l), rows, sizes[l + 1]);
      if (l > 0) {
        float[][] before = pass.derivatives[l - 1];
        for (int r = 0; r < rows; r++) {
          Arrays.fill(before[r], 0);
        }
        Rows.addProduct(d, weights[l], before, rows, sizes[l + 1], sizes[l]);
        for (int r = 0; r < rows; r++) {
          activation.chain(in[r], before[r], sizes[l]);
        }
      }
    }
  }

  /**
   * Saves the weights, a matrix and a vector a layer.
   *
   * @param into gets them
   * @param name that theirs begin with
   */
  public void save(Tensors into, String name) {
    for (int l = 0; l < weights.length; l++) {
      float[] flat = new float[sizes[l] * sizes[l + 1]];
      for (int o = 0; o < sizes[l + 1]; o++) {
        System.arraycopy(weights[l][o], 0, flat, o * sizes[l], sizes[l]);
      }
      into.put(name + "." + l + ".weight", flat, sizes[l + 1], sizes[l]);
      into.put(name + "." + l + ".bias", biases[l]);
    }
  }

  /**
   * Restores the weights.
   *
   * @param from as saved
   * @param name that theirs begin with
   * @throws IllegalArgumentException if their shapes are others
   */
  public void restore(Tensors from, String name) {
    for (int l = 0; l < weights.length; l++) {
      String matrix = name + "." + l + ".weight";
      int[] shape = {sizes[l + 1], sizes[l]};
      if (!Arrays.equals(from.shape(matrix), shape)) {
        throw new IllegalArgumentException(
            String.format(
                "%s is of shape %s where %s belongs",
                matrix, Arrays.toString(from.shape(matrix)), Arrays.toString(shape)));
      }
      float[] flat = from.floats(matrix);
      float[] bias = from.floats(name + "." + l + ".bias");
      for (int o = 0; o < sizes[l + 1]; o++) {
        System.arraycopy(flat, o * sizes[l], weights[l][o], 0, sizes[l]);
      }
      System.arraycopy(bias, 0, biases[l], 0, biases[l].length);
    }
    refresh();
  }

  /**
   * Room for forward and backward computations of one thread at a time.
   *
   * @param rows at most so many at once
   * @return new room
   */
  public Pass pass(int rows) {
    return new Pass(rows, sizes);
  }

  /** What goes through a network: values forward, derivatives of a loss backward. */
  public static final class Pass {
    private final float[][][] values;
    private final float[][][] derivatives;

    private Pass(int rows, int[] sizes) {
      values = new float[sizes.length - 1][][];
      derivatives = new float[sizes.length - 1][][];
      for (int l = 0; l < sizes.length - 1; l++) {
        values[l] = new float[rows][sizes[l + 1]];
        derivatives[l] = new float[rows][sizes[l + 1]];
      }
    }

    /**
     * Outputs of the last forward computation.
     *
     * @return rows × outputs
     */
    public float[][] outputs() {
      return values[values.length - 1];
    }

    /**
     * What the last hidden layer gave.
     *
     * @return rows × its size
     */
    public float[][] features() {
      return values[values.length - 2];
    }

    /**
     * Derivatives with respect to the outputs, to be set before a backward computation.
     *
     * @return rows × outputs
     */
    public float[][] derivatives() {
      return derivatives[derivatives.length - 1];
    }
  }
}
