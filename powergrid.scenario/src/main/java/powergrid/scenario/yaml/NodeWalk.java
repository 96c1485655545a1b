package powergrid.scenario.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Place;
import powergrid.api.scenario.Setting;

/**
 * Makes settings of one document's nodes. A value's place is where it starts, but the name's where
 * the value is a block on the lines below or is left out. Aliases are expanded, each with its own
 * path and the place of what it stands for.
 */
final class NodeWalk {
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

  private final Origin origin;
  private final List<Mistake> mistakes;
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private int values;

  NodeWalk(Origin origin, List<Mistake> mistakes) {
    this.origin = origin;
    this.mistakes = mistakes;
  }

  Setting walk(Node root) {
    return walk(root, origin.path(), root.getStartMark());
  }

  private Setting walk(Node node, String path, Optional<Mark> mark) {
    Place place = origin.at(mark, path);
    if (++values > YamlTree.MAX_VALUES) {
      throw YamlTree.tooManyValues(origin);
    }
    checkTag(node, place);
    if (node instanceof ScalarNode scalar) {
      return scalar(scalar, place);
    }
    if (!open.add(node)) {
      throw YamlTree.mistake(place, "an alias (*name) stands for what it is itself a part of");
    }
    if (open.size() > YamlTree.MAX_DEPTH) {
      throw YamlTree.mistake(
          place, "aliases (*name) nest more than " + YamlTree.MAX_DEPTH + " levels deep");
    }
    Setting setting =
        node instanceof SequenceNode sequence
            ? sequence(sequence, place)
            : mapping((MappingNode) node, place);
    open.remove(node);
    return setting;
  }

  private static Setting.Scalar scalar(ScalarNode node, Place place) {
    String text = node.getValue();
    // what has a tab or paragraphs in it is a text, and could not be written without quotes again
    boolean quoted = node.getScalarStyle() != ScalarStyle.PLAIN || !YamlWriter.plain(text);
    return new Setting.Scalar(place, !quoted && NULLS.contains(text) ? "" : text, quoted);
  }

  private Setting.Sequence sequence(SequenceNode node, Place place) {
    List<Setting> items = new ArrayList<>();
    for (Node item : node.getValue()) {
      String part = id(item).orElse(Integer.toString(items.size()));
      items.add(walk(item, Origin.join(place.path(), part), item.getStartMark()));
    }
    return new Setting.Sequence(place, items);
  }

  private Setting.Mapping mapping(MappingNode node, Place place) {
    Map<String, Setting> fields = new LinkedHashMap<>();
    Map<String, Place> names = new HashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      Optional<String> name = name(tuple.getKeyNode(), place);
      if (name.isEmpty()) {
        continue;
      }
      String path = Origin.join(place.path(), name.get());
      Place at = origin.at(tuple.getKeyNode().getStartMark(), path);
      Place first = names.putIfAbsent(name.get(), at);
      if (first == null) {
        fields.put(name.get(), walk(tuple.getValueNode(), path, start(tuple)));
      } else {
        mistakes.add(new Mistake(at, duplicate(name.get(), first)));
      }
    }
    return new Setting.Mapping(place, fields, names);
  }

  private Optional<String> name(Node key, Place parent) {
    Place place = origin.at(key.getStartMark(), parent.path());
    checkTag(key, place);
    if (!(key instanceof ScalarNode scalar)) {
      mistakes.add(new Mistake(place, "a field's name must be a text, not a list or fields"));
      return Optional.empty();
    }
    if (scalar.getValue().isBlank()) {
      mistakes.add(new Mistake(place, "a field has no name; write one before the ':'"));
      return Optional.empty();
    }
    return Optional.of(scalar.getValue());
  }

  private static String duplicate(String name, Place first) {
    String where =
        first.line() > 0 ? " on line " + first.line() + ", column " + first.column() : "";
    return "field '" + name + "' is given twice, first" + where + "; keep one of them";
  }

  private static Optional<Mark> start(NodeTuple tuple) {
    Optional<Mark> name = tuple.getKeyNode().getStartMark();
    Optional<Mark> value = tuple.getValueNode().getStartMark();
    return standsAtItsName(tuple.getValueNode(), name.get().getLine()) ? name : value;
  }

  private static boolean standsAtItsName(Node value, int line) {
    return value instanceof CollectionNode<?> collection
        ? collection.getFlowStyle() == FlowStyle.BLOCK
            && value.getStartMark().get().getLine() > line
        : value instanceof ScalarNode scalar && scalar.isPlain() && scalar.getValue().isEmpty();
  }

  /** What a list's element is called in paths, where it has an id that fits. */
  private static Optional<String> id(Node item) {
    if (item instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key
            && key.getValue().equals("id")
            && tuple.getValueNode() instanceof ScalarNode id
            && !id.getValue().isBlank()
            && id.getValue().indexOf('.') < 0) {
          return Optional.of(id.getValue());
        }
      }
    }
    return Optional.empty();
  }

  private void checkTag(Node node, Place place) {
    GuardedComposer.tag(node)
        .map(tag -> tag.replace("tag:yaml.org,2002:", "!!"))
        .ifPresent(
            tag ->
                mistakes.add(new Mistake(place, "the tag " + tag + " is not allowed; remove it")));
  }
}
