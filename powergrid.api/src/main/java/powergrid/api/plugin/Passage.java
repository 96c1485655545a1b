package powergrid.api.plugin;

import java.util.List;

/**
 * A passage of a model's description, without the marks of the language that it was written in.
 *
 * @param form how it is set
 * @param spans its text, to be set one behind the other
 */
public record Passage(Form form, List<Span> spans) {
  /** How a passage is set. */
  public enum Form {
    /** Running text, to be wrapped. */
    PARAGRAPH,
    /** An entry of a list, to be wrapped. */
    ITEM,
    /** Lines as they stand: equations. */
    LINES
  }

  /** How a stretch of text is set. */
  public enum Style {
    /** As the rest. */
    PLAIN,
    /** A name or an expression. */
    CODE,
    /** A title, or a word that matters. */
    EMPHASIS
  }

  /**
   * A stretch of text in one style.
   *
   * @param style how it is set
   * @param text without line breaks, but for those of {@link Form#LINES}
   */
  public record Span(Style style, String text) {}

  /** Copies the spans. */
  public Passage {
    spans = List.copyOf(spans);
  }
}
