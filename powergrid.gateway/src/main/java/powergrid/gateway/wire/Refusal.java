package powergrid.gateway.wire;

import java.util.List;
import powergrid.api.scenario.Mistake;

/** A request that is not fulfilled; its client is told. */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final Code code;
  private final transient List<Mistake> mistakes;

  /**
   * A refusal.
   *
   * @param code why
   * @param message names the place, the value and what would be right
   */
  public Refusal(Code code, String message) {
    this(code, message, List.of(), null);
  }

  /**
   * A refusal of a scenario, or one that another error is the cause of.
   *
   * @param code why
   * @param message names the place, the value and what would be right
   * @param mistakes of the scenario
   * @param cause null where there is none
   */
  public Refusal(Code code, String message, List<Mistake> mistakes, Throwable cause) {
    super(message, cause);
    this.code = code;
    this.mistakes = List.copyOf(mistakes);
  }

  /**
   * Why.
   *
   * @return as documented
   */
  public Code code() {
    return code;
  }

  /**
   * What is wrong with the scenario.
   *
   * @return empty where it is not about one
   */
  public List<Mistake> mistakes() {
    return mistakes;
  }
}
