package powergrid.api.scenario;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario that cannot be used, with all its mistakes at once. */
public final class ScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Mistake> mistakes;

  /**
   * Some mistakes.
   *
   * @param mistakes at least one
   */
  public ScenarioException(List<Mistake> mistakes) {
    super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
    this.mistakes = List.copyOf(mistakes);
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
