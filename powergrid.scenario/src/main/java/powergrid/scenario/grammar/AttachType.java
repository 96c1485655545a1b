package powergrid.scenario.grammar;

import java.util.Optional;
import powergrid.api.scenario.AttachSetting;
import powergrid.scenario.value.Bounds;
import powergrid.scenario.value.NumberType;
import powergrid.scenario.value.YesNoType;

/** A microgrid's {@code attach}. */
final class AttachType extends StructureType<AttachSetting> {
  private static final Bounds MVA = new Bounds("MVA", 1e-6, 1e6);
  private static final Bounds PERCENT = new Bounds("", 0, 1000);
  private static final Bounds VOLTAGE = new Bounds("", 0.5, 1.5);

  AttachType() {
    super("fields such as {bus: \"848\", mva: 1.5, rPercent: 1, xPercent: 5}");
  }

  @Override
  Optional<AttachSetting> read(Section section) {
    NumberType number = new NumberType();
    Optional<String> bus =
        section.required("bus", Texts.BUS, "the bus of the scenario's network, e.g. \"848\"");
    Optional<Double> mva = section.optional("mva", number, MVA);
    Optional<Double> r = section.optional("rPercent", number, PERCENT);
    Optional<Double> x = section.optional("xPercent", number, PERCENT);
    Optional<Boolean> closed = section.optional("closed", new YesNoType());
    Optional<AttachSetting.FormingSetting> forming =
        section.optional("gridForming", new FormingType());
    section.close();
    if (mva.isEmpty() && (r.isPresent() || x.isPresent())) {
      section.mistake(
          r.isPresent() ? "rPercent" : "xPercent",
          "an impedance without a rating to refer to; give mva, or leave it out for a switch");
    }
    if (mva.isPresent() && r.orElse(0.0) + x.orElse(0.0) == 0 && section.good()) {
      section.mistake("mva", "a transformer without an impedance; give xPercent, e.g. 5");
    }
    if (!section.good()) {
      return Optional.empty();
    }
    return Optional.of(
        new AttachSetting(
            section.place(),
            bus.get(),
            mva.orElse(Double.NaN),
            r.orElse(0.0),
            x.orElse(0.0),
            closed.orElse(true),
            forming));
  }

  private static final class FormingType extends StructureType<AttachSetting.FormingSetting> {
    FormingType() {
      super("fields such as {voltagePu: 1, mva: 2}, or {} for 1 pu without a limit");
    }

    @Override
    Optional<AttachSetting.FormingSetting> read(Section section) {
      Optional<Double> voltage = section.optional("voltagePu", new NumberType(), VOLTAGE);
      Optional<Double> mva = section.optional("mva", new NumberType(), MVA);
      section.close();
      return section.good()
          ? Optional.of(
              new AttachSetting.FormingSetting(
                  voltage.orElse(1.0), mva.orElse(Double.POSITIVE_INFINITY)))
          : Optional.empty();
    }
  }
}
