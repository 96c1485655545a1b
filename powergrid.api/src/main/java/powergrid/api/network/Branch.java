package powergrid.api.network;

/** What connects two buses. */
public sealed interface Branch permits Line, Transformer, Regulator, Switch {
  /**
   * Its name, unique among the network's branches.
   *
   * @return the id
   */
  String id();

  /**
   * The bus at its from end.
   *
   * @return a bus's id
   */
  String from();

  /**
   * The bus at its to end.
   *
   * @return a bus's id
   */
  String to();

  /**
   * The phases it carries; of a transformer, its units.
   *
   * @return present at both ends, unless an end says otherwise
   */
  Phases phases();

  /**
   * The phases that it needs at its from end.
   *
   * @return more than it carries where a transformer is connected line to line
   */
  default Phases fromPhases() {
    return phases();
  }

  /**
   * The phases that it needs at its to end.
   *
   * @return more than it carries where a transformer is connected line to line
   */
  default Phases toPhases() {
    return phases();
  }

  /**
   * The greatest current it may carry, at its from end.
   *
   * @return A a phase; NaN where none is known
   */
  double ratingA();

  /**
   * The same branch in a network in which every name has a prefix.
   *
   * @param prefix put before its own name and those of its buses
   * @return a new branch
   */
  Branch renamed(String prefix);
}
