package powergrid.engine.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import powergrid.api.agent.Level;
import powergrid.api.policy.Policy;
import powergrid.api.scenario.ActionScale;

/**
 * Who decides in a world, from the top; by the way it is worked out what everybody observes. Some
 * of them are driven by policies, the others by the world's caller.
 */
public final class Deciders {
  private final WorldBuilder parts;
  private final List<Actor> actors = new ArrayList<>();
  private final List<Observer> observers = new ArrayList<>();

  /** Of a world whose agents, relations and peers are all there. */
  Deciders(WorldBuilder parts, Set<Level> levels) {
    this.parts = parts;
    Level top = parts.system() == null ? Level.GRID : Level.SYSTEM;
    AgentFace.decide(parts.faces(), levels.isEmpty() ? Set.of(top) : levels);
    List<Actor> all = new ArrayList<>();
    if (parts.system() != null) {
      all.add(parts.system());
    }
    all.addAll(parts.grids());
    all.addAll(parts.devices());
    for (Actor actor : all) {
      Observer observer =
          Observer.of(actor, all, parts.exogenous(), parts.cycles(), parts.telemetry());
      hear(actor, observer);
      actor.face().observationSpace(observer.close());
      if (actor.face().decides()) {
        actors.add(actor);
        observers.add(observer);
      }
    }
  }

  /**
   * Below, beside and above: what is said there, and what is known by everybody under a protocol.
   */
  private void hear(Actor actor, Observer observer) {
    if (actor instanceof ParentActor parent) {
      hearChildren(parent, observer);
      observer.know(parent.relation().globals());
    }
    int participant = parts.participants().indexOf(actor);
    for (Peers under : participant < 0 ? List.<Peers>of() : parts.peers()) {
      under.hear(participant, observer);
      observer.know(under.globals());
    }
    ParentActor above = above(actor);
    if (above != null) {
      int k = Arrays.asList(above.children()).indexOf(actor);
      observer.hear("parent.", above.relation().down(k).mailbox());
      observer.know(above.relation().globals());
    }
  }

  private static void hearChildren(ParentActor parent, Observer observer) {
    for (int k = 0; k < parent.children().length; k++) {
      AgentFace child = parent.children()[k].face();
      if (child.actionSpace().size() > 0) {
        String id = child.id();
        observer.hear(id.substring(id.indexOf('.') + 1) + ".", parent.relation().up(k).mailbox());
      }
    }
  }

  /** Null at the top. */
  private ParentActor above(Actor actor) {
    if (parts.system() != null && actor.face().parent() == parts.system().face()) {
      return parts.system();
    }
    return parts.grids().stream()
        .filter(grid -> grid.face() == actor.face().parent())
        .findFirst()
        .orElse(null);
  }

  List<Actor> actors() {
    return actors;
  }

  /** By decider. */
  List<Observer> observers() {
    return observers;
  }

  /**
   * Who they are.
   *
   * @return faces, top first
   */
  public List<AgentFace> faces() {
    return actors.stream().map(Actor::face).toList();
  }

  /**
   * Has a policy drive one of them.
   *
   * @param face of a decider
   * @param policy made for it
   * @param label of the policy's plug-in
   */
  public void drive(AgentFace face, Policy policy, String label) {
    for (Actor actor : actors) {
      if (actor.face() == face) {
        actor.drive(policy, label);
      }
    }
  }

  /**
   * Why the actions of those whom a caller drives cannot be scaled as asked for; all policies are
   * there.
   *
   * @return a message an agent
   */
  public List<String> unscalable() {
    List<String> messages = new ArrayList<>();
    for (Actor actor : actors) {
      if (parts.actions() == ActionScale.NORMALISED && actor.policy() == null) {
        Scaling.unbounded(actor.face().actionSpace())
            .ifPresent(
                axis ->
                    messages.add(
                        String.format(
                            Locale.ROOT,
                            "agent %s: action %s is from %s to %s and cannot be normalised; use"
                                + " actions: physical",
                            actor.face().id(),
                            axis.name(),
                            axis.low(),
                            axis.high())));
      }
    }
    return messages;
  }
}
