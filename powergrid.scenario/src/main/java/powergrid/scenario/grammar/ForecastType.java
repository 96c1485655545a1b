package powergrid.scenario.grammar;

import java.time.Duration;
import java.util.Optional;
import powergrid.api.scenario.Clock;
import powergrid.api.scenario.ForecastSetting;
import powergrid.scenario.value.Bounds;
import powergrid.scenario.value.DurationType;
import powergrid.scenario.value.NumberType;

/** A series' {@code forecast}, in whole steps of the clock. */
final class ForecastType extends StructureType<ForecastSetting> {
  /** From a millisecond to a month. */
  private static final Bounds REACH = new Bounds("s", 0.001, 31 * 86_400);

  private static final long MOST_STEPS = 100_000;

  private final Optional<Clock> clock;

  /**
   * A forecast by a clock.
   *
   * @param clock empty where it has a mistake of its own
   */
  ForecastType(Optional<Clock> clock) {
    super("fields such as {horizon: 6h, step: 1h, error: 0.1}");
    this.clock = clock;
  }

  @Override
  Optional<ForecastSetting> read(Section section) {
    DurationType duration = new DurationType();
    Optional<Duration> horizon =
        section.required("horizon", duration, REACH, "how far the forecast reaches, e.g. 6h");
    Optional<Duration> step = section.optional("step", duration, REACH);
    Optional<Double> error = section.optional("error", new NumberType(), Bounds.atLeast(0));
    section.close();
    clock.ifPresent(
        c -> {
          horizon.ifPresent(h -> checkMultiple(section, "horizon", h, c));
          step.ifPresent(s -> checkMultiple(section, "step", s, c));
        });
    if (!section.good()) {
      return Optional.empty();
    }
    Duration each = step.orElse(clock.map(Clock::step).orElse(horizon.get()));
    if (!horizon.get().minus(each.multipliedBy(horizon.get().dividedBy(each))).isZero()) {
      section.mistake(
          "step",
          section.written("step")
              + " does not divide the horizon of "
              + section.written("horizon")
              + "; write a duration that does, e.g. the clock's step");
      return Optional.empty();
    }
    return Optional.of(
        new ForecastSetting(section.place(), horizon.get(), each, error.orElse(0.0)));
  }

  private static void checkMultiple(Section section, String name, Duration value, Clock clock) {
    long steps = value.dividedBy(clock.step());
    if (steps > MOST_STEPS) {
      section.mistake(
          name,
          section.written(name)
              + " is "
              + steps
              + " steps of the clock; it must be at most "
              + MOST_STEPS);
    } else if (!clock.step().multipliedBy(steps).equals(value)) {
      section.mistake(
          name,
          section.written(name)
              + " is no multiple of the clock's step of "
              + clock.lasting(1)
              + "; write e.g. "
              + clock.lasting((int) steps + 1));
    }
  }
}
