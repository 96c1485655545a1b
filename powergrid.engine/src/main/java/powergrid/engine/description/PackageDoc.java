package powergrid.engine.description;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import powergrid.api.plugin.Passage;

/**
 * The documentation in a {@code package-info.java}. Understands what stands in such comments here:
 * paragraphs, lists, preformatted lines, emphasis, headings, entities, and the inline tags for code
 * and links. Block tags, such as {@code @see}, end it.
 */
final class PackageDoc {
  private static final Pattern STAR = Pattern.compile("(?m)^[ \\t]*\\* ?");
  private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^@[a-z]");

  private PackageDoc() {}

  /**
   * Reads it.
   *
   * @param source of the file
   * @return empty where there is no comment
   */
  static List<Passage> read(String source) {
    String text = STAR.matcher(comment(source)).replaceAll("");
    Matcher blockTag = BLOCK_TAG.matcher(text);
    return new JavadocScanner(blockTag.find() ? text.substring(0, blockTag.start()) : text)
        .passages();
  }

  /** The comment that the declaration or its annotations follow; one before it is a licence. */
  private static String comment(String source) {
    int start = source.indexOf("/**");
    while (start >= 0) {
      int end = source.indexOf("*/", start + 3);
      if (end < 0) {
        return "";
      }
      String rest = source.substring(end + 2).stripLeading();
      if (rest.startsWith("package") || rest.startsWith("@")) {
        return source.substring(start + 3, end);
      }
      start = source.indexOf("/**", end);
    }
    return "";
  }
}
