package powergrid.powerflow.meshed;

import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.data.DMatrixSparseTriplet;
import org.ejml.interfaces.linsol.LinearSolverSparse;
import org.ejml.ops.DConvertMatrixStruct;
import org.ejml.sparse.FillReducing;
import org.ejml.sparse.csc.factory.LinearSolverFactory_DSCC;

/**
 * A complex matrix factorised by EJML's sparse LU with partial pivoting, as a real one of twice the
 * size: row and column 2k are the real parts of unknown k, 2k + 1 its imaginary parts.
 */
final class Factors {
  private final LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> lu =
      LinearSolverFactory_DSCC.lu(FillReducing.NONE);
  private final DMatrixSparseTriplet entries;
  private final DMatrixRMaj right;
  private final DMatrixRMaj left;

  Factors(int unknowns) {
    entries = new DMatrixSparseTriplet(2 * unknowns, 2 * unknowns, 36 * unknowns);
    right = new DMatrixRMaj(2 * unknowns, 1);
    left = new DMatrixRMaj(2 * unknowns, 1);
  }

  /** Adds to an entry. */
  void add(int row, int column, double re, double im) {
    entries.addItem(2 * row, 2 * column, re);
    entries.addItem(2 * row, 2 * column + 1, -im);
    entries.addItem(2 * row + 1, 2 * column, im);
    entries.addItem(2 * row + 1, 2 * column + 1, re);
  }

  /**
   * Factorises what was added; no entry may have been added twice.
   *
   * @return false if the matrix is singular
   */
  boolean factorise() {
    if (right.numRows == 0) {
      return true;
    }
    DMatrixSparseCSC matrix = DConvertMatrixStruct.convert(entries, (DMatrixSparseCSC) null);
    return lu.setA(matrix);
  }

  /** The right-hand side, to be written: real and imaginary parts side by side. */
  double[] right() {
    return right.data;
  }

  /** Solves for the right-hand side. */
  double[] solve() {
    if (right.numRows > 0) {
      lu.solve(right, left);
    }
    return left.data;
  }
}
