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
   * The phases it carries.
   *
   * @return present at both ends
   */
  Phases phases();

  /**
   * The greatest current it may carry, at its from end.
   *
   * @return A a phase; NaN where none is known
   */
  double ratingA();
}
