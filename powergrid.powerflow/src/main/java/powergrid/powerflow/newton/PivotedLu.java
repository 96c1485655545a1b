package powergrid.powerflow.newton;

import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.interfaces.linsol.LinearSolverSparse;
import org.ejml.sparse.FillReducing;
import org.ejml.sparse.csc.factory.LinearSolverFactory_DSCC;

/**
 * Solves with a {@link Jacobian} by EJML's sparse factorisation with pivoting: slower than {@link
 * Elimination}, but good for every matrix that is not singular.
 */
final class PivotedLu {
  private final DMatrixSparseCSC matrix;
  private final int[] source;
  private final double[] value;
  private final DMatrixRMaj f;
  private final DMatrixRMaj x;
  private final LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> lu =
      LinearSolverFactory_DSCC.lu(FillReducing.NONE);

  PivotedLu(Jacobian jacobian) {
    int n = jacobian.variables();
    value = jacobian.value;
    matrix = new DMatrixSparseCSC(n, n, value.length);
    source = new int[value.length];
    f = new DMatrixRMaj(n, 1);
    x = new DMatrixRMaj(n, 1);
    int[] size = matrix.col_idx;
    for (int i = 0; i < jacobian.nodes; i++) {
      for (int k = jacobian.start[i]; k < jacobian.start[i + 1]; k++) {
        size[jacobian.column[k] + 1] += jacobian.rows(i);
      }
    }
    for (int column = 0; column < n; column++) {
      size[column + 1] += size[column];
    }
    int[] next = size.clone();
    for (int i = 0; i < jacobian.nodes; i++) {
      int columns = jacobian.start[i + 1] - jacobian.start[i];
      for (int row = 0; row < jacobian.rows(i); row++) {
        for (int k = 0; k < columns; k++) {
          int at = next[jacobian.column[jacobian.start[i] + k]]++;
          matrix.nz_rows[at] = jacobian.first[i] + row;
          source[at] = jacobian.at[i] + row * columns + k;
        }
      }
    }
    matrix.nz_length = value.length;
    matrix.indicesSorted = true;
  }

  /**
   * Solves.
   *
   * @param target right-hand side; the solution afterwards
   * @return false if the matrix is singular
   */
  boolean solve(double[] target) {
    for (int k = 0; k < source.length; k++) {
      matrix.nz_values[k] = value[source[k]];
    }
    if (!lu.setA(matrix)) {
      return false;
    }
    System.arraycopy(target, 0, f.data, 0, target.length);
    lu.solve(f, x);
    System.arraycopy(x.data, 0, target, 0, target.length);
    return true;
  }
}
