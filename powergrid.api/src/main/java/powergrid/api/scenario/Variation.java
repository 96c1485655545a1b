package powergrid.api.scenario;

import java.util.List;

/**
 * A part of a scenario that an experiment varies.
 *
 * @param path of what is varied, e.g. {@code microgrids.MG1.protocol}
 * @param values one a variant
 */
public record Variation(String path, List<Setting> values) {
  /** Copies the list. */
  public Variation {
    values = List.copyOf(values);
  }
}
