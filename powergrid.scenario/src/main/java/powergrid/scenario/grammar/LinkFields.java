package powergrid.scenario.grammar;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import powergrid.api.scenario.LinkSetting;
import powergrid.api.scenario.LinkSetting.BurstSetting;
import powergrid.api.scenario.LinkSetting.OutageSetting;
import powergrid.scenario.value.Bounds;
import powergrid.scenario.value.DurationType;
import powergrid.scenario.value.ListType;
import powergrid.scenario.value.NumberType;

/** The fields of any {@code channel} that say what becomes of messages. */
final class LinkFields {
  static final Bounds LENGTH = new Bounds("s", 0.001, 86_400);

  private static final Bounds DELAY = new Bounds("s", 0, 86_400);
  private static final Bounds LONG = new Bounds("s", 0.001, 366 * 86_400.0);
  private static final Bounds SHARE = new Bounds("", 0, 1);
  private static final Bounds BANDWIDTH = new Bounds("bit/s", 1, Double.POSITIVE_INFINITY);

  private LinkFields() {}

  /** Reads them; what has a mistake is as if it were not there. */
  static LinkSetting read(Section section) {
    DurationType duration = new DurationType();
    LinkSetting ideal = LinkSetting.IDEAL;
    return new LinkSetting(
        section.optional("latency", duration, DELAY).orElse(ideal.latency()),
        section.optional("jitter", duration, DELAY).orElse(ideal.jitter()),
        section.optional("loss", new NumberType(), SHARE).orElse(ideal.loss()),
        section.optional("bandwidth", new NumberType(), BANDWIDTH).orElse(ideal.bitsPerSecond()),
        section.optional("staleAfter", duration, LONG),
        section.optional("outages", ListType.of(new OutageType())).orElse(List.of()),
        section.optional("bursts", new BurstType()),
        section.optional("window", duration, LENGTH).orElse(ideal.window()));
  }

  /** An element of {@code outages}. */
  private static final class OutageType extends StructureType<OutageSetting> {
    OutageType() {
      super("fields such as {at: 10h, lasting: 30min}");
    }

    @Override
    Optional<OutageSetting> read(Section section) {
      Optional<Duration> at =
          section.required("at", new DurationType(), "when, since the episode's start, e.g. 10h");
      Optional<Duration> lasting =
          section.required("lasting", new DurationType(), LONG, "how long, e.g. 30min");
      Optional<List<String>> agents = section.optional("agents", ListType.of(Texts.AGENT));
      section.close();
      return section.good()
          ? Optional.of(new OutageSetting(at.get(), lasting.get(), agents.orElse(List.of())))
          : Optional.empty();
    }
  }

  /** {@code bursts}. */
  private static final class BurstType extends StructureType<BurstSetting> {
    BurstType() {
      super("fields such as {every: 4h, lasting: 10min}");
    }

    @Override
    Optional<BurstSetting> read(Section section) {
      Optional<Duration> every =
          section.required("every", new DurationType(), LONG, "the mean time between, e.g. 4h");
      Optional<Duration> lasting =
          section.required("lasting", new DurationType(), LONG, "the mean length, e.g. 10min");
      section.close();
      return section.good()
          ? Optional.of(new BurstSetting(every.get(), lasting.get()))
          : Optional.empty();
    }
  }
}
