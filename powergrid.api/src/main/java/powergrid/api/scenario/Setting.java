package powergrid.api.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a scenario as written, and where: data without types yet. Immutable. */
public sealed interface Setting {
  /**
   * Where it stands.
   *
   * @return its place
   */
  Place place();

  /**
   * A text, number, yes or no, or nothing.
   *
   * @param place where it stands
   * @param text as written, without quotes; empty for null
   * @param quoted whether it was written in quotes, and so is a text whatever it looks like
   */
  record Scalar(Place place, String text, boolean quoted) implements Setting {}

  /**
   * A list.
   *
   * @param place where it stands
   * @param items in order
   */
  record Sequence(Place place, List<Setting> items) implements Setting {
    /** Copies the items. */
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /**
   * Named fields.
   *
   * @param place where it stands
   * @param fields in the order written
   * @param names where the fields' names stand, of those that were written as a name and a value
   */
  record Mapping(Place place, Map<String, Setting> fields, Map<String, Place> names)
      implements Setting {
    /** Copies the fields and names. */
    public Mapping {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
      names = Map.copyOf(names);
    }

    /**
     * Fields whose names stand nowhere in particular.
     *
     * @param place where it stands
     * @param fields in the order written
     */
    public Mapping(Place place, Map<String, Setting> fields) {
      this(place, fields, Map.of());
    }

    /**
     * Where a field's name stands: the place for a mistake about the name, not the value.
     *
     * @param name of a field
     * @return the value's place where the name has none
     */
    public Place placeOfName(String name) {
      Place place = names.get(name);
      return place != null ? place : fields.get(name).place();
    }

    /**
     * This mapping without some fields.
     *
     * @param names to leave out
     * @return a new mapping
     */
    public Mapping without(List<String> names) {
      Map<String, Setting> rest = new LinkedHashMap<>(fields);
      rest.keySet().removeAll(names);
      return new Mapping(place, rest, this.names);
    }
  }
}
