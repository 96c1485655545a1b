package powergrid.api.agent;

/** What may be asked of an agent, whatever its own action is: each a number with its unit. */
public enum Target {
  /** Active power. */
  POWER("MW"),
  /** A price, that an agent passes on or answers. */
  PRICE("USD/MWh"),
  /** A voltage to hold. */
  VOLTAGE("pu");

  private final String unit;

  Target(String unit) {
    this.unit = unit;
  }

  /**
   * Its unit.
   *
   * @return as written; power counts as injected
   */
  public String unit() {
    return unit;
  }
}
