package powergrid.datasets.synthetic;

/** The kinds of days, with how much of the clear sky's irradiance they let through. */
enum Sky {
  CLEAR(0.97, 0.02),
  BROKEN(0.70, 0.18),
  OVERCAST(0.30, 0.08);

  /** Mean clearness. */
  final double mean;

  /** Standard deviation of the clearness within the day. */
  final double deviation;

  Sky(double mean, double deviation) {
    this.mean = mean;
    this.deviation = deviation;
  }

  /**
   * The kind of a day.
   *
   * @param uniform 0 to 1
   * @return clear on six days of ten, broken on three
   */
  static Sky of(double uniform) {
    return uniform < 0.6 ? CLEAR : uniform < 0.9 ? BROKEN : OVERCAST;
  }
}
