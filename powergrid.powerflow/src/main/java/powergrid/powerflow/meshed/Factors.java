package powergrid.powerflow.meshed;

import java.util.Arrays;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.sparse.csc.decomposition.lu.LuUpLooking_DSCC;
import org.ejml.sparse.csc.misc.TriangularSolver_DSCC;

/**
 * A matrix of 2 × 2 blocks factorised by EJML's sparse LU with partial pivoting: row and column 2k
 * are the real parts of unknown k, 2k + 1 its imaginary parts. The matrix has entries on both sides
 * of its diagonal or on none, and unknowns come in the order of elimination.
 *
 * <p>A pivot beside the diagonal would spoil that order. Rows are therefore made the smaller the
 * higher they are in the elimination tree, by powers of two, which rounds nothing: a pivot is left
 * to a row further up only where it is at least eight times the diagonal block's.
 */
final class Factors {
  /** Levels that rows are told apart in: a double holds 2 to the −900. */
  private static final int HIGHEST = 300;

  private final int unknowns;
  private final DMatrixSparseCSC matrix;
  private final LuUpLooking_DSCC lu = new LuUpLooking_DSCC(null);
  private final double[] pivoted;
  private final double[] scale;

  /**
   * For a structure.
   *
   * @param unknowns how many blocks a row
   * @param start by row: its first block
   * @param column by block: its column; those from {@code unknowns} on are not part of the matrix
   */
  Factors(int unknowns, int[] start, int[] column) {
    this.unknowns = unknowns;
    pivoted = new double[2 * unknowns];
    int blocks = 0;
    for (int k = 0; k < start[unknowns]; k++) {
      blocks += column[k] < unknowns ? 1 : 0;
    }
    matrix = new DMatrixSparseCSC(2 * unknowns, 2 * unknowns, 4 * blocks);
    matrix.nz_length = 4 * blocks;
    int next = 0;
    for (int c = 0; c < 2 * unknowns; c++) {
      matrix.col_idx[c] = next;
      for (int k = start[c / 2]; k < start[c / 2 + 1]; k++) {
        if (column[k] < unknowns) {
          matrix.nz_rows[next++] = 2 * column[k];
          matrix.nz_rows[next++] = 2 * column[k] + 1;
        }
      }
    }
    matrix.col_idx[2 * unknowns] = next;
    matrix.indicesSorted = true;
    scale = new double[unknowns];
    int[] level = levels(start, column);
    for (int k = 0; k < unknowns; k++) {
      scale[k] = Math.scalb(1.0, -3 * Math.min(level[k], HIGHEST));
    }
  }

  /**
   * How high unknowns are in the elimination tree (J. W. H. Liu, SIAM J. Matrix Anal. 11, 1990).
   */
  private int[] levels(int[] start, int[] column) {
    int[] ancestor = new int[unknowns];
    int[] parent = new int[unknowns];
    Arrays.fill(ancestor, -1);
    Arrays.fill(parent, -1);
    for (int k = 0; k < unknowns; k++) {
      for (int entry = start[k]; entry < start[k + 1] && column[entry] < k; entry++) {
        int at = column[entry];
        while (at != -1 && at < k) {
          int next = ancestor[at];
          ancestor[at] = k;
          if (next == -1) {
            parent[at] = k;
          }
          at = next;
        }
      }
    }
    int[] level = new int[unknowns];
    for (int k = 0; k < unknowns; k++) {
      if (parent[k] >= 0) {
        level[parent[k]] = Math.max(level[parent[k]], level[k] + 1);
      }
    }
    return level;
  }

  /**
   * Factorises.
   *
   * @param equations with this structure; its blocks are the same on both sides of the diagonal
   * @param block by block, row by row, four numbers
   * @return false if the matrix is singular
   */
  boolean factorise(Equations equations, double[] block) {
    int next = 0;
    for (int c = 0; c < 2 * unknowns; c++) {
      int within = c % 2;
      for (int k = equations.start[c / 2]; k < equations.start[c / 2 + 1]; k++) {
        if (equations.column[k] < unknowns) {
          double scaled = scale[equations.column[k]];
          matrix.nz_values[next++] = scaled * block[4 * k + within];
          matrix.nz_values[next++] = scaled * block[4 * k + 2 + within];
        }
      }
    }
    return unknowns == 0 || lu.decompose(matrix);
  }

  /** Solves for a right-hand side of 2 · unknowns numbers, in its place. */
  void solve(double[] x) {
    if (unknowns == 0) {
      return;
    }
    int[] place = lu.getPinv();
    for (int row = 0; row < pivoted.length; row++) {
      pivoted[place[row]] = scale[row / 2] * x[row];
    }
    TriangularSolver_DSCC.solveL(lu.getL(), pivoted);
    TriangularSolver_DSCC.solveU(lu.getU(), pivoted);
    System.arraycopy(pivoted, 0, x, 0, pivoted.length);
  }
}
