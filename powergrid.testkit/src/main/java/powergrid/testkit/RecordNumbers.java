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
 * and shows: a record of {@code double}, {@code int}, {@code boolean} and {@code double[]}. Reading
 * and making allocate nothing but what is made.
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
    try {
      for (int i = 0; i < record.length; i++) {
        types[i] = record[i].getType();
        parts[i] = part(record[i], components.size());
        readers[i] = reader(record[i]);
        declare(record[i]);
      }
      Constructor<?> canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      MethodHandle made =
          MethodHandles.filterArguments(LOOKUP.unreflectConstructor(canonical), 0, parts);
      maker =
          MethodHandles.permuteArguments(
              made.asType(made.type().changeReturnType(Record.class)),
              MAKE,
              new int[record.length]); // all of the one array
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type.getName() + " cannot be read or made", e);
    }
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
    for (int k = 0; k < (is == double[].class ? length : 1); k++) {
      components.add(component);
      bytes += is == int.class ? Integer.BYTES : is == boolean.class ? 1 : Double.BYTES;
    }
  }

  private static MethodHandle reader(RecordComponent component)
      throws ReflectiveOperationException {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    MethodHandle read = LOOKUP.unreflect(accessor);
    if (component.getType() == double[].class) {
      return read.asType(READ_ALL);
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
    String name = is == double.class ? "real" : is == int.class ? "whole" : "flag";
    if (is != double.class && is != int.class && is != boolean.class) {
      throw new IllegalArgumentException(
          String.format(
              "%s.%s is a %s; a message is made of double, int, boolean and double[]",
              type.getSimpleName(), component.getName(), is.getSimpleName()));
    }
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
   * What it takes on the wire: 8, 4 and 1 for a {@code double}, an {@code int} and a {@code
   * boolean}.
   *
   * @return bytes
   */
  public int bytes() {
    return bytes;
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
    try {
      for (int i = 0; i < record.length; i++) {
        if (record[i].getType() == double[].class) {
          double[] all = (double[]) readers[i].invokeExact(from);
          checkLength(record[i], all);
          System.arraycopy(all, 0, to, next, length);
          next += length;
        } else {
          to[next++] = (double) readers[i].invokeExact(from);
        }
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(type.getName() + " cannot be read", e);
    }
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
   */
  public Record make(double[] numbers) {
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
    double[] numbers = new double[size()];
    read(of, numbers);
    return make(numbers);
  }
}
