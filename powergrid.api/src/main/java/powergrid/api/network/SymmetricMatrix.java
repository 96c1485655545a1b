package powergrid.api.network;

/**
 * A symmetric 3 × 3 matrix over the phases a, b, c.
 *
 * @param aa a with itself
 * @param ab a with b
 * @param ac a with c
 * @param bb b with itself
 * @param bc b with c
 * @param cc c with itself
 */
public record SymmetricMatrix(double aa, double ab, double ac, double bb, double bc, double cc) {
  /** All zeros. */
  public static final SymmetricMatrix ZERO = new SymmetricMatrix(0, 0, 0, 0, 0, 0);

  /**
   * An entry.
   *
   * @param row 0 to 2
   * @param column 0 to 2
   * @return its value
   */
  public double get(int row, int column) {
    return switch (row < column ? 3 * row + column : 3 * column + row) {
      case 0 -> aa;
      case 1 -> ab;
      case 2 -> ac;
      case 4 -> bb;
      case 5 -> bc;
      case 8 -> cc;
      default -> throw new IndexOutOfBoundsException(row + ", " + column);
    };
  }

  /**
   * This matrix times a number.
   *
   * @param k the number
   * @return a new matrix
   */
  public SymmetricMatrix times(double k) {
    return new SymmetricMatrix(k * aa, k * ab, k * ac, k * bb, k * bc, k * cc);
  }
}
