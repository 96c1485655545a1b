package powergrid.testkit;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import powergrid.api.message.MessageType;

/**
 * A type of message taken apart and put together again, as the workbench does with what it saves
 * and shows: a record of {@code double}, {@code int}, {@code boolean}, {@code double[]} and {@code
 * float[]}. Reading and making allocate nothing but what is made. Of an array of any length the
 * length is the only number here; {@link #copy} copies what it holds.
 */
public final class RecordNumbers {
  private static final MethodType READ = MethodType.methodType(double.class, Record.class);
  private static final MethodType READ_ALL = MethodType.methodType(double[].class, Record.class);
  private static final MethodType MAKE = MethodType.methodType(Record.class, double[].class);
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private final Class<?> type;
  private final int length;
  private final RecordComponent[] record;
  private final MethodHandle[] readers;
  private final MethodHandle maker;

  /** Makes a record of its components; what arrays hold of any length goes this way. */
  private final Constructor<?> canonical;

  /** By number: of which component it is. */
  private final List<RecordComponent> components = new ArrayList<>();

  private int bytes;

  private RecordNumbers(Class<?> type, int length) {
    this.type = type;
    this.length = length;
    record = type.getRecordComponents();
    readers = new MethodHandle[record.length];
    Class<?>[] types = new Class<?>[record.length];
    MethodHandle[] parts = new MethodHandle[record.length];
    boolean any = length == MessageType.ANY;
    try {
      for (int i = 0; i < record.length; i++) {
        types[i] = record[i].getType();
        int first = components.size();
        declare(record[i]);
        parts[i] = any ? null : part(record[i], first);
        readers[i] = reader(record[i]);
      }
      canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      maker = any ? null : maker(parts);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type.getName() + " cannot be read or made", e);
    }
  }

  private MethodHandle maker(MethodHandle[] parts) throws ReflectiveOperationException {
    MethodHandle made =
        MethodHandles.filterArguments(LOOKUP.unreflectConstructor(canonical), 0, parts);
    return MethodHandles.permuteArguments(
        made.asType(made.type().changeReturnType(Record.class)),
        MAKE,
        new int[record.length]); // all of the one array
  }

  /**
   * Takes a type apart.
   *
   * @param declared as a protocol declares it
   * @return how it is read and made
   * @throws IllegalArgumentException if a component is anything else than numbers
   */
  public static RecordNumbers of(MessageType declared) {
    return new RecordNumbers(declared.type(), declared.length());
  }

  private void declare(RecordComponent component) {
    Class<?> is = component.getType();
    int size = size(component);
    if (is.isArray() && anyLength()) {
      components.add(component);
      bytes += Integer.BYTES;
      return;
    }
    for (int k = 0; k < (is.isArray() ? length : 1); k++) {
      components.add(component);
      bytes += size;
    }
  }

  /** Bytes of one of its numbers. */
  private int size(RecordComponent component) {
    Class<?> is = component.getType();
    if (is == double.class || is == double[].class) {
      return Double.BYTES;
    } else if (is == int.class || is == float[].class) {
      return Integer.BYTES;
    } else if (is == boolean.class) {
      return 1;
    }
    throw new IllegalArgumentException(
        String.format(
            "%s.%s is a %s; a message is made of double, int, boolean, double[] and float[]",
            type.getSimpleName(), component.getName(), is.getSimpleName()));
  }

  private static MethodHandle reader(RecordComponent component)
      throws ReflectiveOperationException {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    MethodHandle read = LOOKUP.unreflect(accessor);
    if (component.getType() == double[].class) {
      return read.asType(READ_ALL);
    }
    if (component.getType() == float[].class) {
      MethodHandle wide = own("wide", MethodType.methodType(double[].class, float[].class));
      return MethodHandles.filterReturnValue(read, wide).asType(READ_ALL);
    }
    if (component.getType() == boolean.class) {
      MethodHandle number = own("number", MethodType.methodType(double.class, boolean.class));
      read = MethodHandles.filterReturnValue(read, number);
    }
    return read.asType(READ);
  }

  /** What gives a component from all numbers, its first one being at an index. */
  private MethodHandle part(RecordComponent component, int first)
      throws ReflectiveOperationException {
    Class<?> is = component.getType();
    if (is == double[].class) {
      MethodType slice =
          MethodType.methodType(double[].class, double[].class, int.class, int.class);
      return MethodHandles.insertArguments(own("slice", slice), 1, first, first + length);
    }
    if (is == float[].class) {
      MethodType slice = MethodType.methodType(float[].class, double[].class, int.class, int.class);
      return MethodHandles.insertArguments(own("narrow", slice), 1, first, first + length);
    }
    String name = is == double.class ? "real" : is == int.class ? "whole" : "flag";
    MethodType from = MethodType.methodType(is, double[].class, int.class);
    return MethodHandles.insertArguments(own(name, from), 1, first);
  }

  private static MethodHandle own(String name, MethodType of) throws ReflectiveOperationException {
    return LOOKUP.findStatic(RecordNumbers.class, name, of);
  }

  @SuppressWarnings("unused") // by method handle
  private static double number(boolean flag) {
    return flag ? 1 : 0;
  }

  @SuppressWarnings("unused") // by method handle
  private static double real(double[] numbers, int i) {
    return numbers[i];
  }

  @SuppressWarnings("unused") // by method handle
  private static int whole(double[] numbers, int i) {
    return (int) numbers[i];
  }

  @SuppressWarnings("unused") // by method handle
  private static boolean flag(double[] numbers, int i) {
    return numbers[i] != 0;
  }

  @SuppressWarnings("unused") // by method handle
  private static double[] slice(double[] numbers, int from, int to) {
    return Arrays.copyOfRange(numbers, from, to);
  }

  @SuppressWarnings("unused") // by method handle
  private static float[] narrow(double[] numbers, int from, int to) {
    float[] narrow = new float[to - from];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) numbers[from + i];
    }
    return narrow;
  }

  @SuppressWarnings("unused") // by method handle
  private static double[] wide(float[] numbers) {
    double[] wide = new double[numbers.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = numbers[i];
    }
    return wide;
  }

  /**
   * Whose numbers.
   *
   * @return the record's class
   */
  public Class<?> type() {
    return type;
  }

  /**
   * How many numbers it has.
   *
   * @return one a component; of an array, as many as are declared
   */
  public int size() {
    return components.size();
  }

  /**
   * The component that a number is of.
   *
   * @param i its index
   * @return the component
   */
  public RecordComponent component(int i) {
    return components.get(i);
  }

  /**
   * What it takes on the wire: 8 for a {@code double}, 4 for an {@code int}, a {@code float} or the
   * length of an array of any length, 1 for a {@code boolean}.
   *
   * @param of a record of the type
   * @return bytes
   */
  public int bytes(Record of) {
    int all = bytes;
    for (int i = 0; anyLength() && i < record.length; i++) {
      if (record[i].getType().isArray()) {
        all += array(i, of).length * size(record[i]);
      }
    }
    return all;
  }

  /**
   * Whether its arrays are of any length.
   *
   * @return false if they have the length that is declared, or there are none
   */
  public boolean anyLength() {
    return length == MessageType.ANY;
  }

  /**
   * Reads a record.
   *
   * @param from a record of the type
   * @param to takes its numbers; a {@code boolean} is 0 or 1
   * @throws IllegalArgumentException if an array has another length than declared
   */
  public void read(Record from, double[] to) {
    int next = 0;
    for (int i = 0; i < record.length; i++) {
      if (!record[i].getType().isArray()) {
        to[next++] = number(i, from);
      } else if (anyLength()) {
        to[next++] = array(i, from).length;
      } else {
        double[] all = array(i, from);
        checkLength(record[i], all);
        System.arraycopy(all, 0, to, next, length);
        next += length;
      }
    }
  }

  private double number(int component, Record from) {
    try {
      return (double) readers[component].invokeExact(from);
    } catch (Throwable e) {
      throw unreadable(e);
    }
  }

  private double[] array(int component, Record from) {
    try {
      return (double[]) readers[component].invokeExact(from);
    } catch (Throwable e) {
      throw unreadable(e);
    }
  }

  private IllegalStateException unreadable(Throwable e) {
    if (e instanceof RuntimeException r) {
      throw r;
    } else if (e instanceof Error r) {
      throw r;
    }
    return new IllegalStateException(type.getName() + " cannot be read", e);
  }

  private void checkLength(RecordComponent component, double[] all) {
    if (all.length != length) {
      throw new IllegalArgumentException(
          String.format(
              "%s.%s has %d numbers; declared are %d",
              type.getSimpleName(), component.getName(), all.length, length));
    }
  }

  /**
   * Makes a record.
   *
   * @param numbers as they were read
   * @return of the type
   * @throws IllegalStateException if it has arrays of any length, whose numbers are not all there
   */
  public Record make(double[] numbers) {
    if (anyLength()) {
      throw new IllegalStateException(type.getName() + " is more than its lengths");
    }
    try {
      return (Record) maker.invokeExact(numbers);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(type.getName() + " cannot be made", e);
    }
  }

  /**
   * Makes the record that comes back from a snapshot.
   *
   * @param of a record of the type
   * @return another one of the same numbers
   */
  public Record copy(Record of) {
    if (anyLength()) {
      return copyOfParts(of);
    }
    double[] numbers = new double[size()];
    read(of, numbers);
    return make(numbers);
  }

  private Record copyOfParts(Record of) {
    Object[] parts = new Object[record.length];
    try {
      for (int i = 0; i < parts.length; i++) {
        parts[i] = record[i].getAccessor().invoke(of);
        if (parts[i] instanceof double[] numbers) {
          parts[i] = numbers.clone();
        } else if (parts[i] instanceof float[] numbers) {
          parts[i] = numbers.clone();
        }
      }
      return (Record) canonical.newInstance(parts);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName() + " cannot be copied", e);
    }
  }
}
