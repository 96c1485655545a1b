package powergrid.scenario.grammar;

import java.time.Duration;
import java.util.Optional;
import powergrid.api.scenario.EventSetting;
import powergrid.scenario.value.DurationType;

/** An element of {@code events}. */
final class EventType extends StructureType<EventSetting> {
  EventType() {
    super("fields such as {at: 10h, open: MG1.tie}");
  }

  @Override
  Optional<EventSetting> read(Section section) {
    Optional<Duration> at =
        section.required("at", new DurationType(), "when, since the episode's start, e.g. 10h");
    Optional<String> open = section.optional("open", Texts.BRANCH);
    Optional<String> close = section.optional("close", Texts.BRANCH);
    section.close();
    if (section.good() && open.isPresent() == close.isPresent()) {
      section.mistake(
          open.isPresent() ? "close" : "at",
          (open.isPresent() ? "opens and closes at once" : "says neither what it opens nor closes")
              + "; write open: or close: and a branch, e.g. open: MG1.tie");
    }
    return section.good()
        ? Optional.of(
            new EventSetting(
                section.place(), at.get(), open.or(() -> close).get(), close.isPresent()))
        : Optional.empty();
  }
}
