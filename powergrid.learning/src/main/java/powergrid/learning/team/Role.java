package powergrid.learning.team;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;
import powergrid.learning.nn.Moments;

/**
 * Players that share a network. Where their layouts differ the role's are the union of theirs by
 * axis, and a network also sees which axes are there.
 *
 * <p>A network's input is: observations, normalised where asked for; if padded, a 1 for every
 * observation that the player has and a 0 for every other; if identities are asked for, a 1 at the
 * player's place in the role.
 */
public final class Role {
  private final String name;
  private final List<Player> players;
  private final Layout layout;
  private final boolean padded;
  private final boolean identity;

  /** For each player and axis of the role, the player's own axis, or −1. */
  private final int[][] observationAxes;

  private final int[][] actionAxes;
  private final boolean[][] present;

  /** For each player and axis of the role, where the axis' choices start in its mask. */
  private final int[][] maskStarts;

  private final int[] choices;

  /**
   * A role.
   *
   * @param name of it
   * @param players who have it
   * @param identity whether the network sees which of them it drives
   */
  public Role(String name, List<Player> players, boolean identity) {
    this.name = name;
    this.players = List.copyOf(players);
    this.identity = identity && players.size() > 1;
    List<String> observations = new ArrayList<>();
    List<String> actions = new ArrayList<>();
    List<Axis> axes = new ArrayList<>();
    for (Player player : players) {
      for (Axis axis : player.observations().axes()) {
        addIfNew(observations, Layout.entry(axis));
      }
      for (Axis axis : player.actions().axes()) {
        if (addIfNew(actions, Layout.entry(axis))) {
          axes.add(axis);
        }
      }
    }
    layout = new Layout(observations, actions);
    padded = players.stream().anyMatch(p -> !of(p).equals(layout));
    choices = axes.stream().mapToInt(Axis::choices).toArray();
    observationAxes = new int[players.size()][];
    actionAxes = new int[players.size()][];
    present = new boolean[players.size()][];
    maskStarts = new int[players.size()][];
    for (int p = 0; p < players.size(); p++) {
      observationAxes[p] = places(observations, players.get(p).observations());
      actionAxes[p] = places(actions, players.get(p).actions());
      present[p] = new boolean[choices.length];
      for (int a = 0; a < choices.length; a++) {
        present[p][a] = actionAxes[p][a] >= 0;
      }
      maskStarts[p] = maskStarts(players.get(p).actions(), actionAxes[p]);
    }
  }

  private static boolean addIfNew(List<String> list, String entry) {
    return !list.contains(entry) && list.add(entry);
  }

  private static Layout of(Player player) {
    return Layout.of(player.observations(), player.actions());
  }

  private static int[] places(List<String> entries, Space own) {
    List<String> owns = own.axes().stream().map(Layout::entry).toList();
    return entries.stream().mapToInt(owns::indexOf).toArray();
  }

  private static int[] maskStarts(Space own, int[] axes) {
    int[] byOwn = new int[own.size()];
    int at = 0;
    for (int i = 0; i < own.size(); i++) {
      byOwn[i] = at;
      at += own.axis(i).choices();
    }
    int[] starts = new int[axes.length];
    for (int a = 0; a < axes.length; a++) {
      starts[a] = axes[a] < 0 ? -1 : byOwn[axes[a]];
    }
    return starts;
  }

  /**
   * The role's name.
   *
   * @return unique among roles
   */
  public String name() {
    return name;
  }

  /**
   * Who has it.
   *
   * @return one or more
   */
  public List<Player> players() {
    return players;
  }

  /**
   * What its network fits: the union of its players' layouts.
   *
   * @return observations without presence and identity
   */
  public Layout layout() {
    return layout;
  }

  /**
   * Whether its network sees which player it drives.
   *
   * @return false where there is but one
   */
  public boolean identity() {
    return identity;
  }

  /**
   * How many observations there are to normalise.
   *
   * @return those of the union
   */
  public int observations() {
    return layout.observations().size();
  }

  /**
   * How many inputs a network has.
   *
   * @return observations, presence and identity
   */
  public int inputs() {
    int n = layout.observations().size();
    return n + (padded ? n : 0) + (identity ? players.size() : 0);
  }

  /**
   * The role's action axes.
   *
   * @return the number of choices of each, 0 where it is continuous
   */
  public int[] choices() {
    return choices.clone();
  }

  /**
   * Which of the role's action axes a player has.
   *
   * @param p number of the player in the role
   * @return a flag an axis; not to be written
   */
  public boolean[] present(int p) {
    return present[p];
  }

  /**
   * Writes what a player's network sees, not normalised yet.
   *
   * @param p number of the player in the role
   * @param observations of all agents
   * @param copy where those of the player's copy start
   * @param moments whose means stand in for what the player does not observe
   * @param row written
   */
  public void observe(int p, float[] observations, int copy, Moments moments, float[] row) {
    int[] axes = observationAxes[p];
    int from = copy + players.get(p).observationOffset();
    int n = axes.length;
    if (!padded) {
      System.arraycopy(observations, from, row, 0, n);
    } else {
      for (int i = 0; i < n; i++) {
        boolean there = axes[i] >= 0;
        row[i] = there ? observations[from + axes[i]] : (float) moments.mean(i);
        row[n + i] = there ? 1 : 0;
      }
    }
    if (identity) {
      for (int i = 0; i < players.size(); i++) {
        row[row.length - players.size() + i] = i == p ? 1 : 0;
      }
    }
  }

  /**
   * Writes which choices are open to a player, by the role's axes.
   *
   * @param p number of the player in the role
   * @param masks of all agents
   * @param copy where those of the player's copy start
   * @param mask written
   */
  public void mask(int p, byte[] masks, int copy, byte[] mask) {
    int at = 0;
    for (int a = 0; a < choices.length; a++) {
      for (int k = 0; k < choices[a]; k++) {
        int start = maskStarts[p][a];
        mask[at++] = start < 0 ? 1 : masks[copy + players.get(p).maskOffset() + start + k];
      }
    }
  }

  /** What a number of a sample stands for. */
  public interface Scale {
    /**
     * Scales a continuous axis' number.
     *
     * @param raw as sampled
     * @return from −1 to 1
     */
    double normal(double raw);
  }

  /**
   * Writes the action that a sample stands for.
   *
   * @param p number of the player in the role
   * @param raw the sample, by the role's axes
   * @param scale of continuous axes
   * @param actions of all agents, written
   * @param copy where those of the player's copy start
   */
  public void act(int p, float[] raw, Scale scale, float[] actions, int copy) {
    Player player = players.get(p);
    for (int a = 0; a < choices.length; a++) {
      int own = actionAxes[p][a];
      if (own >= 0) {
        Axis axis = player.actions().axis(own);
        double half = (axis.high() - axis.low()) / 2;
        double value = choices[a] > 0 ? raw[a] : axis.low() + half + half * scale.normal(raw[a]);
        actions[copy + player.actionOffset() + own] = (float) value;
      }
    }
  }
}
