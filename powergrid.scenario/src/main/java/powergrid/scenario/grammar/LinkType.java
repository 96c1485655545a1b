package powergrid.scenario.grammar;

import java.util.Optional;
import powergrid.api.scenario.LinkSetting;

/** The {@code channel} between a parent and its children. */
final class LinkType extends StructureType<LinkSetting> {
  LinkType() {
    super("fields such as {latency: 200ms, loss: 0.05}");
  }

  @Override
  Optional<LinkSetting> read(Section section) {
    LinkSetting link = LinkFields.read(section);
    section.close();
    return section.good() ? Optional.of(link) : Optional.empty();
  }
}
