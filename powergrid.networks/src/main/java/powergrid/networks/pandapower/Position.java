package powergrid.networks.pandapower;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Where a bus is drawn.
 *
 * @param x to the right; NaN if unknown
 * @param y upwards; NaN if unknown
 */
record Position(double x, double y) {
  static final Position UNKNOWN = new Position(Double.NaN, Double.NaN);

  private static final JsonFactory JSON = new JsonFactory();

  /** The coordinates of a GeoJSON point (RFC 7946); unknown where the text is none. */
  static Position of(String geoJson) {
    double[] at = {Double.NaN, Double.NaN};
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), geoJson)) {
      int n = 0;
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token.isNumeric() && n < 2) {
          at[n++] = json.getDoubleValue();
        }
      }
    } catch (JacksonException e) {
      return UNKNOWN;
    }
    return new Position(at[0], at[1]);
  }
}
