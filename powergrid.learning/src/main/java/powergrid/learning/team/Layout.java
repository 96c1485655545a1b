package powergrid.learning.team;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import powergrid.api.agent.Agent;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/**
 * What a network that drives an agent must fit: names, units and choices of the axes that it
 * observes and acts on, in order. Bounds are no part of it: actions are scaled to them, so that a
 * larger battery can be driven like a smaller one.
 *
 * @param observations an entry an axis
 * @param actions an entry an axis
 */
public record Layout(List<String> observations, List<String> actions) {
  private static final String SEPARATOR = ", ";

  /** Copies the lists. */
  public Layout {
    observations = List.copyOf(observations);
    actions = List.copyOf(actions);
  }

  /**
   * Of an agent.
   *
   * @param agent whose spaces
   * @return its layout
   */
  public static Layout of(Agent agent) {
    return of(agent.observationSpace(), agent.actionSpace());
  }

  /**
   * Of spaces.
   *
   * @param observations what is observed
   * @param actions what is acted on
   * @return their layout
   */
  public static Layout of(Space observations, Space actions) {
    return new Layout(entries(observations), entries(actions));
  }

  private static List<String> entries(Space space) {
    List<String> entries = new ArrayList<>();
    for (Axis axis : space.axes()) {
      entries.add(entry(axis));
    }
    return entries;
  }

  /** An axis: {@code p [MW]}, or {@code tap {33}} with the number of its choices. */
  static String entry(Axis axis) {
    return axis.continuous()
        ? axis.name() + " [" + axis.unit() + "]"
        : axis.name() + " {" + axis.choices() + "}";
  }

  /**
   * Reads a list of entries.
   *
   * @param text as from {@link #text}
   * @return entries
   */
  public static List<String> entries(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(SEPARATOR, -1));
  }

  /**
   * Writes a list of entries.
   *
   * @param entries of a layout
   * @return a line
   */
  public static String text(List<String> entries) {
    return String.join(SEPARATOR, entries);
  }

  /**
   * A digest of both lists.
   *
   * @return the first 16 hexadecimal digits of their SHA-256
   */
  public String digest() {
    String text = text(observations) + "\n" + text(actions);
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /**
   * How another layout differs.
   *
   * @param now the other
   * @return a clause about the first axis that differs; empty if none does
   */
  public Optional<String> difference(Layout now) {
    return difference("observes", observations, now.observations)
        .or(() -> difference("decides on", actions, now.actions));
  }

  private static Optional<String> difference(String verb, List<String> then, List<String> now) {
    for (int i = 0; i < Math.max(then.size(), now.size()); i++) {
      String learnt = i < then.size() ? then.get(i) : "nothing";
      String found = i < now.size() ? now.get(i) : "nothing";
      if (!learnt.equals(found)) {
        return Optional.of(
            verb + " " + found + " as number " + (i + 1) + ", where it was " + learnt);
      }
    }
    return Optional.empty();
  }
}
