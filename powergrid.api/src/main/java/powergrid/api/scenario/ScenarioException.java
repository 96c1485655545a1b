package powergrid.api.scenario;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario that cannot be used, with all its mistakes at once. */
public final class ScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Mistake> mistakes;

  /**
   * Some mistakes. One that several microgrids have because they are written in one place is told
   * once, with the names of all.
   *
   * @param mistakes at least one
   */
  public ScenarioException(List<Mistake> mistakes) {
    super(text(OnceForAll.told(mistakes)));
    this.mistakes = OnceForAll.told(mistakes);
  }

  private static String text(List<Mistake> mistakes) {
    return mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n"));
  }

  /**
   * All of them.
   *
   * @return in the order of the file where that is known
   */
  public List<Mistake> mistakes() {
    return mistakes;
  }
}
