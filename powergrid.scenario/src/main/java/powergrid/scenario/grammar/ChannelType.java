package powergrid.scenario.grammar;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import powergrid.api.scenario.ChannelSetting;
import powergrid.api.scenario.LinkSetting;
import powergrid.scenario.value.ChoiceType;
import powergrid.scenario.value.DurationType;
import powergrid.scenario.value.ListType;

/** {@code channel}. */
final class ChannelType extends StructureType<ChannelSetting> {
  ChannelType() {
    super("fields such as {topology: ring, latency: 200ms, loss: 0.05}");
  }

  @Override
  Optional<ChannelSetting> read(Section section) {
    ChannelSetting ideal = ChannelSetting.ideal(section.place());
    Optional<ChannelSetting.Topology> topology =
        section.optional("topology", new ChoiceType<>(ChannelSetting.Topology.class));
    Optional<List<List<String>>> edges =
        section.optional("edges", ListType.of(ListType.of(Texts.AGENT)));
    LinkSetting link = LinkFields.read(section);
    Optional<Duration> round = section.optional("round", new DurationType(), LinkFields.LENGTH);
    section.close();
    boolean explicit =
        topology.map(t -> t == ChannelSetting.Topology.EDGES).orElse(edges.isPresent());
    if (section.good() && explicit != edges.isPresent()) {
      section.mistake(
          explicit ? "topology" : "edges",
          explicit
              ? "without edges; write edges: [[MG1, MG2], …]"
              : "beside another topology; write topology: edges, or leave them out");
    }
    edges.ifPresent(pairs -> checkPairs(section, pairs));
    Duration each = round.orElse(ideal.round());
    if (section.good() && link.window().compareTo(each) < 0) {
      section.mistake("window", "shorter than a round of " + each.toMillis() + " ms; give more");
    }
    if (!section.good()) {
      return Optional.empty();
    }
    return Optional.of(
        new ChannelSetting(
            section.place(),
            explicit ? ChannelSetting.Topology.EDGES : topology.orElse(ideal.topology()),
            edges.orElse(List.of()),
            link,
            each));
  }

  private static void checkPairs(Section section, List<List<String>> pairs) {
    for (List<String> pair : pairs) {
      if (pair.size() != 2 || pair.get(0).equals(pair.get(1))) {
        section.mistake("edges", pair + " is no pair of two microgrids; write e.g. [MG1, MG2]");
      }
    }
  }
}
