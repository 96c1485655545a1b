package powergrid.powerflow.meshed;

import powergrid.powerflow.model.PerUnit;

/** The branches at each bus, in their order. */
final class Incidence {
  private final int[] start;
  private final int[] branch;

  Incidence(PerUnit net) {
    start = new int[net.buses() + 1];
    branch = new int[2 * net.branches()];
    for (int e = 0; e < net.branches(); e++) {
      start[net.from[e] + 1]++;
      start[net.to[e] + 1]++;
    }
    for (int bus = 0; bus < net.buses(); bus++) {
      start[bus + 1] += start[bus];
    }
    int[] next = start.clone();
    for (int e = 0; e < net.branches(); e++) {
      branch[next[net.from[e]]++] = e;
      branch[next[net.to[e]]++] = e;
    }
  }

  /** Where a bus's branches start; they end where the next one's start. */
  int first(int bus) {
    return start[bus];
  }

  /** A branch. */
  int at(int k) {
    return branch[k];
  }
}
