package powergrid.engine.description;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import powergrid.api.plugin.Passage;

/**
 * The documentation in a {@code package-info.java}, or of the type that a source file is named
 * after. Understands what stands in such comments here: paragraphs, lists, preformatted lines,
 * emphasis, headings, entities, and the inline tags for code and links. Block tags, such as {@code
 * @see}, end it.
 */
final class SourceDoc {
  private static final Pattern STAR = Pattern.compile("(?m)^[ \\t]*\\* ?");
  private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^@[a-z]");

  /** What a package's comment, and a type's, is followed by. */
  private static final Pattern PACKAGE = Pattern.compile("package\\b|@");

  private static final Pattern TYPE =
      Pattern.compile("(?:public|abstract|final|sealed|class|record|enum|interface)\\b|@");

  private SourceDoc() {}

  /**
   * Reads a package's.
   *
   * @param source of {@code package-info.java}
   * @return empty where there is no comment
   */
  static List<Passage> ofPackage(String source) {
    return read(source, PACKAGE);
  }

  /**
   * Reads that of the first type in a file.
   *
   * @param source of the file
   * @return empty where there is no comment
   */
  static List<Passage> ofType(String source) {
    return read(source, TYPE);
  }

  private static List<Passage> read(String source, Pattern declaration) {
    String text = STAR.matcher(comment(source, declaration)).replaceAll("");
    Matcher blockTag = BLOCK_TAG.matcher(text);
    return new JavadocScanner(blockTag.find() ? text.substring(0, blockTag.start()) : text)
        .passages();
  }

  /** The comment that the declaration or its annotations follow; one before it is a licence. */
  private static String comment(String source, Pattern declaration) {
    int start = source.indexOf("/**");
    while (start >= 0) {
      int end = source.indexOf("*/", start + 3);
      if (end < 0) {
        return "";
      }
      if (declaration.matcher(source.substring(end + 2).stripLeading()).lookingAt()) {
        return source.substring(start + 3, end);
      }
      start = source.indexOf("/**", end);
    }
    return "";
  }
}
