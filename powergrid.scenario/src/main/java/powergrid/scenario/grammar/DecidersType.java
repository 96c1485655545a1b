package powergrid.scenario.grammar;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import powergrid.api.agent.Level;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Setting;
import powergrid.scenario.value.Bounds;
import powergrid.scenario.value.ChoiceType;
import powergrid.scenario.value.ListType;
import powergrid.scenario.value.ValueType;

/** {@code deciders}: a level, or a list of levels. */
final class DecidersType implements ValueType<Set<Level>> {
  /** The levels as scenarios call them. */
  private enum Deciders {
    DEVICES(Level.DEVICE),
    GRIDS(Level.GRID),
    SYSTEM(Level.SYSTEM);

    private final Level level;

    Deciders(Level level) {
      this.level = level;
    }
  }

  private final ChoiceType<Deciders> one = new ChoiceType<>(Deciders.class);

  @Override
  public Optional<Set<Level>> read(Setting setting, Bounds bounds, List<Mistake> mistakes) {
    Optional<? extends List<Deciders>> read =
        setting instanceof Setting.Sequence
            ? ListType.of(one).read(setting, bounds, mistakes)
            : one.read(setting, bounds, mistakes).map(List::of);
    return read.map(
        named -> {
          Set<Level> levels = new LinkedHashSet<>();
          new ArrayList<>(named).forEach(each -> levels.add(each.level));
          return levels;
        });
  }

  @Override
  public String word() {
    return one.word();
  }

  @Override
  public String expected(Bounds bounds) {
    return one.expected(bounds);
  }
}
