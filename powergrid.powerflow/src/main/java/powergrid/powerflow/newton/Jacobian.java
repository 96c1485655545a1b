package powergrid.powerflow.newton;

/**
 * The derivatives of the power balance, and where they are. An unknown node has an angle and, where
 * nothing keeps it, a magnitude: its variables, one after the other. Its rows, as many, are the
 * balances of active and of reactive power; both have the same columns.
 */
final class Jacobian {
  /** How many nodes. */
  final int nodes;

  /** By node: its first variable; one more at the end. */
  final int[] first;

  /** By node: where its columns start; one more at the end. */
  final int[] start;

  /** Variables; a node's own come first, then pairs of its neighbours', then single ones. */
  final int[] column;

  /** By node: where the values of its first row start; those of the second follow. */
  final int[] at;

  final double[] value;

  Jacobian(int nodes, Admittances y, boolean[] isKept) {
    this.nodes = nodes;
    first = new int[nodes + 1];
    start = new int[nodes + 1];
    at = new int[nodes + 1];
    for (int i = 0; i < nodes; i++) {
      int rows = isKept[i] ? 1 : 2;
      int pairs = y.keptStart[i] - y.start[i];
      int columns = rows + 2 * pairs + y.fixedStart[i] - y.keptStart[i];
      first[i + 1] = first[i] + rows;
      start[i + 1] = start[i] + columns;
      at[i + 1] = at[i] + rows * columns;
    }
    column = new int[start[nodes]];
    value = new double[at[nodes]];
    for (int i = 0; i < nodes; i++) {
      int next = start[i];
      column[next++] = first[i];
      if (!isKept[i]) {
        column[next++] = first[i] + 1;
      }
      for (int k = y.start[i]; k < y.fixedStart[i]; k++) {
        column[next++] = first[y.column[k]];
        if (k < y.keptStart[i]) {
          column[next++] = first[y.column[k]] + 1;
        }
      }
    }
  }

  int variables() {
    return first[nodes];
  }

  int rows(int node) {
    return first[node + 1] - first[node];
  }
}
