package powergrid.scenario.grammar;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Setting;
import powergrid.scenario.value.Bounds;
import powergrid.scenario.value.ListType;
import powergrid.scenario.value.ValueType;
import powergrid.scenario.value.WholeType;

/** {@code seeds}: whole numbers, each once, since a second run of a seed is the first again. */
final class SeedsType implements ValueType<List<Long>> {
  private static final ListType<Long> LIST = ListType.nonEmpty(WholeType.ofLong());

  @Override
  public Optional<List<Long>> read(Setting setting, Bounds bounds, List<Mistake> mistakes) {
    Optional<List<Long>> seeds = LIST.read(setting, bounds, mistakes);
    return seeds.filter(numbers -> distinct(numbers, (Setting.Sequence) setting, mistakes));
  }

  private static boolean distinct(
      List<Long> seeds, Setting.Sequence written, List<Mistake> mistakes) {
    Set<Long> seen = new HashSet<>();
    int before = mistakes.size();
    for (int i = 0; i < seeds.size(); i++) {
      if (!seen.add(seeds.get(i))) {
        mistakes.add(
            new Mistake(
                written.items().get(i).place(),
                "seed " + seeds.get(i) + " is given twice; its runs would be the same"));
      }
    }
    return mistakes.size() == before;
  }

  @Override
  public String word() {
    return LIST.word();
  }

  @Override
  public String expected(Bounds bounds) {
    return "a list of whole numbers, e.g. [1, 2, 3]";
  }
}
