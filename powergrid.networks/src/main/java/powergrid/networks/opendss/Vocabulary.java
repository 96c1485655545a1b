package powergrid.networks.opendss;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words of one kind that OpenDSS knows (its commands, its options, its classes, the properties
 * of a class), in OpenDSS's order: an abbreviation means the first word that starts with it.
 */
final class Vocabulary {
  /** What is done about a word. */
  enum Use {
    /** It is read. */
    READ,
    /** It does not change a snapshot and is ignored. */
    IGNORED,
    /** It is refused. */
    REFUSED
  }

  private static final Map<String, Vocabulary> ALL = readAll();

  private final List<String> words = new ArrayList<>();
  private final List<Use> uses = new ArrayList<>();
  private final Map<String, Integer> index = new HashMap<>();

  private Vocabulary(String line) {
    for (String word : line.strip().split(" +", -1)) {
      char sign = word.charAt(0);
      Use use = sign == '+' ? Use.READ : sign == '-' ? Use.IGNORED : Use.REFUSED;
      String bare = use == Use.REFUSED ? word : word.substring(1);
      index.put(bare, words.size());
      words.add(bare);
      uses.add(use);
    }
  }

  private static Map<String, Vocabulary> readAll() {
    Map<String, Vocabulary> all = new HashMap<>();
    InputStream resource = Vocabulary.class.getResourceAsStream("vocabulary.txt");
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      for (String line : reader.lines().toList()) {
        int colon = line.indexOf(':');
        if (!line.startsWith("#") && colon > 0) {
          all.put(line.substring(0, colon), new Vocabulary(line.substring(colon + 1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(all);
  }

  /** The words of a kind: commands, options, classes, or a class. */
  static Vocabulary of(String kind) {
    return ALL.get(kind);
  }

  /** The place of a word or of what it abbreviates; −1 if there is none. */
  int find(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    Integer exact = index.get(lower);
    if (exact != null) {
      return exact;
    }
    for (int i = 0; i < words.size(); i++) {
      if (!lower.isEmpty() && words.get(i).startsWith(lower)) {
        return i;
      }
    }
    return -1;
  }

  int size() {
    return words.size();
  }

  String word(int i) {
    return words.get(i);
  }

  Use use(int i) {
    return uses.get(i);
  }

  /** The words that are read. */
  List<String> read() {
    return words.stream().filter(word -> uses.get(index.get(word)) == Use.READ).toList();
  }
}
