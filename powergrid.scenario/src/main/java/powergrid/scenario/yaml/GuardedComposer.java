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
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * A composer that stops before nesting overflows the stack or nodes fill the memory, and keeps the
 * tags as written, which a node by itself does not tell from the tags that it was resolved to.
 */
final class GuardedComposer extends Composer {
  private static final String TAG = "tag as written";

  private final Origin origin;
  private int depth;
  private int nodes;

  GuardedComposer(LoadSettings settings, String text, Origin origin) {
    super(settings, new ParserImpl(settings, new StreamReader(settings, text)));
    this.origin = origin;
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
    count();
    Optional<String> tag = usable(((ScalarEvent) parser.peekEvent()).getTag());
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
    count();
    if (++depth > YamlTree.MAX_DEPTH) {
      throw YamlTree.mistake(
          origin.at(mark(), origin.path()),
          "is nested more than " + YamlTree.MAX_DEPTH + " levels deep; use fewer levels");
    }
    return usable(((CollectionStartEvent) parser.peekEvent()).getTag());
  }

  /** A tag with spaces around it makes the composer fail, and not as it does for bad YAML. */
  private Optional<String> usable(Optional<String> tag) {
    if (tag.isPresent() && (tag.get().isBlank() || !tag.get().trim().equals(tag.get()))) {
      throw YamlTree.mistake(origin.at(mark(), origin.path()), "a tag is not allowed; remove it");
    }
    return tag;
  }

  /** Names and values are nodes alike, so this is a bound on memory, not the limit that we name. */
  private void count() {
    if (++nodes > 2 * YamlTree.MAX_VALUES) {
      throw YamlTree.tooManyValues(origin);
    }
  }

  private static <N extends Node> N tagged(N node, Optional<String> tag) {
    tag.ifPresent(written -> node.setProperty(TAG, written));
    return node;
  }
}
