package powergrid.powerflow.model;

/** Takes how fast the currents drawn change with voltages, as 2 × 2 real matrices. */
public interface Slopes {
  /** In place of a node: ground. */
  int GROUND = -1;

  /**
   * Takes the slope of the current drawn at one node, and returned at the other, by the voltage
   * between them.
   *
   * @param node where the current is drawn
   * @param other where it is returned: a node, or ground
   * @param rr of the real part by the real part
   * @param ri of the real part by the imaginary part
   * @param ir of the imaginary part by the real part
   * @param ii of the imaginary part by the imaginary part
   */
  void take(int node, int other, double rr, double ri, double ir, double ii);
}
