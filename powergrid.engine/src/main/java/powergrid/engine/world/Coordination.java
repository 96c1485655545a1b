package powergrid.engine.world;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import powergrid.api.random.RandomStream;

/**
 * What agents tell each other and decide in a step, until every device knows what it is to do; and
 * what is under way between them. Knows nothing of networks.
 */
final class Coordination {
  /** Parents, those below first: grids, then the system where there is one. */
  private final ParentActor[] parents;

  private final GridActor[] grids;
  private final Actor[] deciders;

  /** By protocol that peers follow, in turn. */
  private final Peers[] peers;

  private final StepRecord record;
  private final Running running;

  /** Found once: copies that are stepped ask in every step. */
  private final String exchangesModels;

  Coordination(WorldBuilder parts, Running running) {
    this.running = running;
    parents = parts.parents().toArray(ParentActor[]::new);
    grids = parts.grids().toArray(GridActor[]::new);
    deciders = parts.deciders().toArray(Actor[]::new);
    peers = parts.peers().toArray(Peers[]::new);
    record = parts.record();
    exchangesModels = findExchangeOfModels();
  }

  private String findExchangeOfModels() {
    for (ParentActor parent : parents) {
      if (parent.relation().protocol().exchangesModels()) {
        return parent.relation().label();
      }
    }
    for (Peers under : peers) {
      if (under.exchangesModels()) {
        return under.label();
      }
    }
    return "";
  }

  /** The label of a protocol by which agents exchange what they learn; empty where none does. */
  String exchangesModels() {
    return exchangesModels;
  }

  /** Starts an episode: nothing is under way, and nothing decided. */
  void reset(RandomStream episode) {
    for (ParentActor parent : parents) {
      parent.random().state(episode.derive(parent.face().id()));
      parent.actions().reset();
      parent.begin();
      parent.relation().reset(episode, parent.face().id());
    }
    for (Peers under : peers) {
      under.reset(episode);
    }
  }

  /** Begins a step: what was heard gets older. */
  void begin() {
    for (ParentActor parent : parents) {
      parent.begin();
      parent.relation().grow();
    }
    for (Peers under : peers) {
      under.grow();
    }
  }

  /** Children report, parents gather it, from below. */
  void report() {
    for (ParentActor parent : parents) {
      Relation relation = parent.relation();
      running.now(relation.label());
      for (Actor child : parent.children()) {
        relation.protocol().report(child.asChild().open());
        child.asChild().close();
      }
      relation.protocol().gather(parent.self().open());
      parent.self().close();
    }
  }

  /** Those who are driven by a policy decide; the others' actions were taken in. */
  void decide() {
    for (Actor actor : deciders) {
      if (actor.policy() != null) {
        running.now(actor.policyLabel());
        actor.self().open();
        actor.policy().act(actor.decision());
        actor.self().close();
      }
      actor.decided();
    }
  }

  /** From the top: what a parent tells its children, then what they agree on among themselves. */
  void coordinate() {
    for (int i = parents.length - 1; i >= grids.length; i--) {
      coordinate(parents[i]);
    }
    exchange(true);
    for (GridActor grid : grids) {
      coordinate(grid);
    }
    exchange(false);
  }

  /** Peers that are parents coordinate before those below are told anything, devices after that. */
  private void exchange(boolean above) {
    for (Peers under : peers) {
      if (under.ofParents() == above) {
        running.now(under.label());
        under.coordinate();
        record.exchanged(under.rounds(), under.agreed());
      }
    }
  }

  private void coordinate(ParentActor parent) {
    Relation relation = parent.relation();
    running.now(relation.label());
    relation.protocol().coordinateMessages(parent.self().open());
    parent.self().close();
    for (Actor child : parent.children()) {
      relation.protocol().coordinateActions(child.asChild().open());
      child.asChild().close();
    }
  }

  /** Messages that were under way arrive, as far as they are due. */
  void deliver(double seconds) {
    for (ParentActor parent : parents) {
      parent.relation().deliver(seconds);
    }
    for (Peers under : peers) {
      under.deliver(seconds);
    }
  }

  /** Protocols publish what everybody under them may know. */
  void sync() {
    for (ParentActor parent : parents) {
      running.now(parent.relation().label());
      parent.relation().globals().sync();
    }
    for (Peers under : peers) {
      running.now(under.label());
      under.globals().sync();
    }
  }

  /** Works out what peers hear of many at once. */
  void look() {
    for (Peers under : peers) {
      under.look();
    }
  }

  void save(DataOutput out) throws IOException {
    for (ParentActor parent : parents) {
      parent.save(out);
    }
    for (Peers under : peers) {
      under.save(out);
    }
  }

  void restore(DataInput in) throws IOException {
    for (ParentActor parent : parents) {
      parent.restore(in);
    }
    for (Peers under : peers) {
      under.restore(in);
    }
  }
}
