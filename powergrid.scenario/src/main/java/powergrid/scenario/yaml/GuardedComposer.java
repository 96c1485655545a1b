package powergrid.scenario.yaml;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.comments.CommentLine;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * A composer that stops before nesting overflows the stack, and keeps the tags as written, which a
 * node by itself does not tell from the tags that it was resolved to.
 */
final class GuardedComposer extends Composer {
  private static final String TAG = "tag as written";

  private final int maxDepth;
  private int depth;

  GuardedComposer(LoadSettings settings, String text, int maxDepth) {
    super(settings, new ParserImpl(settings, new StreamReader(settings, text)));
    this.maxDepth = maxDepth;
  }

  /** The tag that a node was given in the text. */
  static Optional<String> tag(Node node) {
    return Optional.ofNullable((String) node.getProperty(TAG));
  }

  /** Where the next document starts. */
  Optional<Mark> mark() {
    return parser.peekEvent().getStartMark();
  }

  @Override
  protected Node composeScalarNode(Optional<Anchor> anchor, List<CommentLine> comments) {
    Optional<String> tag = ((ScalarEvent) parser.peekEvent()).getTag();
    return tagged(super.composeScalarNode(anchor, comments), tag);
  }

  @Override
  protected SequenceNode composeSequenceNode(Optional<Anchor> anchor) {
    Optional<String> tag = enter();
    SequenceNode node = super.composeSequenceNode(anchor);
    depth--;
    return tagged(node, tag);
  }

  @Override
  protected Node composeMappingNode(Optional<Anchor> anchor) {
    Optional<String> tag = enter();
    Node node = super.composeMappingNode(anchor);
    depth--;
    return tagged(node, tag);
  }

  private Optional<String> enter() {
    CollectionStartEvent start = (CollectionStartEvent) parser.peekEvent();
    if (++depth > maxDepth) {
      throw new TooDeep(start.getStartMark());
    }
    return start.getTag();
  }

  private static <N extends Node> N tagged(N node, Optional<String> tag) {
    tag.ifPresent(written -> node.setProperty(TAG, written));
    return node;
  }

  /** Nesting beyond the limit. */
  static final class TooDeep extends YamlEngineException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Mark> mark;

    TooDeep(Optional<Mark> mark) {
      super("too deep");
      this.mark = mark;
    }

    Optional<Mark> mark() {
      return mark;
    }
  }
}
