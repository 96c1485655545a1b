package powergrid.deploy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A clause of a manifest header: {@code name; attribute=value; directive:=value}.
 *
 * @param name the first path
 * @param parameters attributes by their name, directives by their name and a colon
 */
record Clause(String name, Map<String, String> parameters) {
  /** The clauses of a header, each path one of its own; none where there is no header. */
  static List<Clause> parse(String header) {
    List<Clause> clauses = new ArrayList<>();
    for (String clause : split(header == null ? "" : header, ',')) {
      List<String> names = new ArrayList<>();
      Map<String, String> parameters = new LinkedHashMap<>();
      for (String part : split(clause, ';')) {
        int equals = part.indexOf('=');
        if (equals < 0) {
          names.add(part);
        } else {
          parameters.put(part.substring(0, equals).strip(), unquote(part.substring(equals + 1)));
        }
      }
      names.forEach(name -> clauses.add(new Clause(name, parameters)));
    }
    return clauses;
  }

  /** Whether a bundle starts without what the clause asks for. */
  boolean optional() {
    return "optional".equals(parameters.get("resolution:"));
  }

  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || (text.charAt(i) == separator && !quoted)) {
        String part = text.substring(start, i).strip();
        if (!part.isEmpty()) {
          parts.add(part);
        }
        start = i + 1;
      } else if (text.charAt(i) == '"') {
        quoted = !quoted;
      }
    }
    return parts;
  }

  private static String unquote(String value) {
    String bare = value.strip();
    boolean quoted = bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"");
    return quoted ? bare.substring(1, bare.length() - 1) : bare;
  }
}
