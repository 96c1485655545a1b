package powergrid.networks.opendss;

import java.util.List;
import powergrid.api.plugin.ConfigurationException;

/** An element of a circuit, or a definition that elements refer to. */
abstract class Element implements Cloneable {
  private final String type;
  private String name;
  private Origin origin;
  private boolean enabled = true;

  Element(String type, String name, Origin origin) {
    this.type = type;
    this.name = name;
    this.origin = origin;
  }

  /**
   * Sets a property.
   *
   * @param property in lower case, in full
   */
  abstract void set(String property, Value value, Circuit circuit);

  /** Is called after each line that sets properties. */
  void edited() {}

  /** Where it is connected; null for what is not said yet. */
  List<Terminal> terminals() {
    return List.of();
  }

  /** A copy that shares nothing that changes. */
  Element copy(String newName, Origin newOrigin) {
    try {
      Element copy = (Element) clone();
      copy.name = newName;
      copy.origin = newOrigin;
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }

  String type() {
    return type;
  }

  String name() {
    return name;
  }

  /** Class and name, as OpenDSS writes them. */
  String fullName() {
    return type + "." + name;
  }

  Origin origin() {
    return origin;
  }

  /** That something about it is wrong as a whole. */
  ConfigurationException error(String message) {
    return origin.error(fullName() + " " + message);
  }

  boolean enabled() {
    return enabled;
  }

  void enable(boolean yes) {
    enabled = yes;
  }

  /** The frequency must be the circuit's: reactances are not converted. */
  static void checkFrequency(Value value, Circuit circuit) {
    if (value.number() != circuit.frequency()) {
      throw value.wrong(
          "the circuit's frequency is "
              + circuit.frequency()
              + " Hz: set DefaultBaseFrequency before it, or give the data at that frequency");
    }
  }
}
