package powergrid.api.learning;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named arrays and notes: what a learner leaves behind, in a form that can be read outside Java.
 * Arrays are copied when they come and when they go. Not thread-safe.
 */
public final class Tensors {
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private final Map<String, String> notes = new LinkedHashMap<>();

  /** None yet. */
  public Tensors() {}

  /** What the numbers of an array are. */
  public enum Kind {
    /** Single-precision numbers, {@code float[]}. */
    FLOAT,
    /** Double-precision numbers, {@code double[]}. */
    DOUBLE,
    /** Integers, {@code long[]}. */
    LONG,
    /** Bytes, {@code byte[]}. */
    BYTE
  }

  private static final class Tensor {
    private final Kind kind;
    private final int[] shape;
    private final Object data;

    Tensor(Kind kind, int[] shape, Object data) {
      this.kind = kind;
      this.shape = shape;
      this.data = data;
    }
  }

  /**
   * Adds an array.
   *
   * @param name unique
   * @param data as many as the shape's product
   * @param shape its dimensions, row-major; none for a vector of all of it
   * @return this
   * @throws IllegalArgumentException if the name is taken or the shape does not fit
   */
  public Tensors put(String name, float[] data, int... shape) {
    return put(name, Kind.FLOAT, data.clone(), data.length, shape);
  }

  /**
   * Adds an array.
   *
   * @param name unique
   * @param data as many as the shape's product
   * @param shape its dimensions, row-major; none for a vector of all of it
   * @return this
   * @throws IllegalArgumentException if the name is taken or the shape does not fit
   */
  public Tensors put(String name, double[] data, int... shape) {
    return put(name, Kind.DOUBLE, data.clone(), data.length, shape);
  }

  /**
   * Adds an array.
   *
   * @param name unique
   * @param data as many as the shape's product
   * @param shape its dimensions, row-major; none for a vector of all of it
   * @return this
   * @throws IllegalArgumentException if the name is taken or the shape does not fit
   */
  public Tensors put(String name, long[] data, int... shape) {
    return put(name, Kind.LONG, data.clone(), data.length, shape);
  }

  /**
   * Adds an array.
   *
   * @param name unique
   * @param data as many as the shape's product
   * @param shape its dimensions, row-major; none for a vector of all of it
   * @return this
   * @throws IllegalArgumentException if the name is taken or the shape does not fit
   */
  public Tensors put(String name, byte[] data, int... shape) {
    return put(name, Kind.BYTE, data.clone(), data.length, shape);
  }

  private Tensors put(String name, Kind kind, Object data, int length, int... shape) {
    int[] dimensions = shape.length == 0 ? new int[] {length} : shape.clone();
    long product = 1;
    for (int dimension : dimensions) {
      product *= dimension;
    }
    if (product != length) {
      throw new IllegalArgumentException(
          name + ": " + length + " numbers do not fill " + Arrays.toString(dimensions));
    }
    if (tensors.putIfAbsent(name, new Tensor(kind, dimensions, data)) != null) {
      throw new IllegalArgumentException("two arrays are named " + name);
    }
    return this;
  }

  /**
   * Adds a text, or replaces it.
   *
   * @param name of the note
   * @param text of any length
   * @return this
   */
  public Tensors note(String name, String text) {
    notes.put(name, text);
    return this;
  }

  /**
   * A note.
   *
   * @param name of it
   * @return its text
   * @throws IllegalArgumentException if there is none
   */
  public String note(String name) {
    String text = notes.get(name);
    if (text == null) {
      throw new IllegalArgumentException("no note is named " + name);
    }
    return text;
  }

  /**
   * All notes.
   *
   * @return in order of their coming; unmodifiable
   */
  public Map<String, String> notes() {
    return Collections.unmodifiableMap(notes);
  }

  /**
   * The arrays there are.
   *
   * @return their names, in order of their coming
   */
  public Iterable<String> names() {
    return Collections.unmodifiableSet(tensors.keySet());
  }

  /**
   * Whether there is an array.
   *
   * @param name of it
   * @return true if there is
   */
  public boolean has(String name) {
    return tensors.containsKey(name);
  }

  /**
   * What an array's numbers are.
   *
   * @param name of the array
   * @return their kind
   * @throws IllegalArgumentException if there is none
   */
  public Kind kind(String name) {
    return tensor(name).kind;
  }

  /**
   * The shape of an array.
   *
   * @param name of the array
   * @return its dimensions
   * @throws IllegalArgumentException if there is none
   */
  public int[] shape(String name) {
    return tensor(name).shape.clone();
  }

  /**
   * An array.
   *
   * @param name of it
   * @return a copy
   * @throws IllegalArgumentException if there is none, or it is of another kind
   */
  public float[] floats(String name) {
    return ((float[]) data(name, Kind.FLOAT)).clone();
  }

  /**
   * An array.
   *
   * @param name of it
   * @return a copy
   * @throws IllegalArgumentException if there is none, or it is of another kind
   */
  public double[] doubles(String name) {
    return ((double[]) data(name, Kind.DOUBLE)).clone();
  }

  /**
   * An array.
   *
   * @param name of it
   * @return a copy
   * @throws IllegalArgumentException if there is none, or it is of another kind
   */
  public long[] longs(String name) {
    return ((long[]) data(name, Kind.LONG)).clone();
  }

  /**
   * An array.
   *
   * @param name of it
   * @return a copy
   * @throws IllegalArgumentException if there is none, or it is of another kind
   */
  public byte[] bytes(String name) {
    return ((byte[]) data(name, Kind.BYTE)).clone();
  }

  private Object data(String name, Kind kind) {
    Tensor tensor = tensor(name);
    if (tensor.kind != kind) {
      throw new IllegalArgumentException(name + " is of " + tensor.kind + ", not of " + kind);
    }
    return tensor.data;
  }

  private Tensor tensor(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("no array is named " + name);
    }
    return tensor;
  }
}
