package powergrid.scenario.grammar;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import powergrid.api.scenario.Clock;
import powergrid.scenario.value.Bounds;
import powergrid.scenario.value.DurationType;
import powergrid.scenario.value.TimeType;
import powergrid.scenario.value.WholeType;

/** {@code clock}. */
final class ClockType extends StructureType<Clock> {
  /** From a millisecond to a day, since a seed draws whole days. */
  private static final Bounds STEP = new Bounds("s", 0.001, 86_400);

  ClockType() {
    super("fields such as {start: \"2023-07-01T00:00\", step: 15min, steps: 96}");
  }

  @Override
  Optional<Clock> read(Section section) {
    TimeType time = new TimeType();
    DurationType duration = new DurationType();
    WholeType<Integer> whole = WholeType.ofInt();
    Bounds positive = Bounds.atLeast(1);
    Optional<LocalDateTime> start =
        section.required("start", time, "when the first day starts, e.g. \"2023-07-01T00:00\"");
    Optional<Duration> step =
        section.required("step", duration, STEP, "the length of a step, e.g. 15min");
    Optional<Integer> steps =
        section.required("steps", whole, positive, "how many steps an episode has, e.g. 96");
    Optional<Integer> days = section.optional("days", whole, positive);
    section.close();
    return section.good()
        ? Optional.of(new Clock(start.get(), step.get(), steps.get(), days.orElse(1)))
        : Optional.empty();
  }
}
