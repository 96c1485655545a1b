package powergrid.scenario.grammar;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Setting;
import powergrid.api.scenario.ThresholdSetting;
import powergrid.scenario.value.Bounds;
import powergrid.scenario.value.NumberType;
import powergrid.scenario.value.Quantity;
import powergrid.scenario.value.ValueType;
import powergrid.scenario.value.Words;

/** {@code threshold}: a number, or nothing where the scenario says {@code half-way}. */
final class ThresholdType implements ValueType<OptionalDouble> {
  private static final NumberType NUMBER = new NumberType();

  @Override
  public Optional<OptionalDouble> read(Setting setting, Bounds bounds, List<Mistake> mistakes) {
    if (setting instanceof Setting.Scalar scalar && !Words.nothing(scalar)) {
      if (scalar.text().equals(ThresholdSetting.HALF_WAY)) {
        return Optional.of(OptionalDouble.empty());
      }
      if (Quantity.of(scalar.text().strip()).isPresent()) {
        return NUMBER.read(setting, bounds, mistakes).map(OptionalDouble::of);
      }
    }
    mistakes.add(new Mistake(setting.place(), Words.wrongShape(setting, expected(bounds))));
    return Optional.empty();
  }

  @Override
  public String word() {
    return "number or " + ThresholdSetting.HALF_WAY;
  }

  @Override
  public String expected(Bounds bounds) {
    return "a number in the unit of the first metric, or "
        + ThresholdSetting.HALF_WAY
        + " (from rule to the clairvoyant schedule)";
  }
}
