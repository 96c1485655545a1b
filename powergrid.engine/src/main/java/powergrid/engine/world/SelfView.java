package powergrid.engine.world;

import powergrid.api.agent.Agent;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Peer;
import powergrid.api.agent.Self;
import powergrid.api.message.Payload;
import powergrid.api.random.RandomStream;

/** An agent in one role of one relation. Open during its turn only. */
final class SelfView implements Self {
  private static final PeerHandle[] NOBODY = {};

  private final Actor actor;
  private final Post post;
  private final Exogenous exogenous;
  private final double hours;
  private final double[] memory;
  private PeerHandle parent;
  private PeerHandle[] children = NOBODY;
  private PeerHandle[] neighbours = NOBODY;
  private int round;
  private boolean settled;
  private boolean open;

  private SelfView(Actor actor, Post post, double[] memory, Exogenous exogenous, double hours) {
    this.actor = actor;
    this.post = post;
    this.exogenous = exogenous;
    this.hours = hours;
    this.memory = memory;
  }

  static SelfView asParent(Actor actor, Relation relation, Exogenous exogenous, double hours) {
    double[] memory = relation.memory(relation.parentMember());
    SelfView view = new SelfView(actor, relation, memory, exogenous, hours);
    view.children = new PeerHandle[actor.face().children().size()];
    for (int k = 0; k < view.children.length; k++) {
      view.children[k] =
          new PeerHandle(view, actor.face().children().get(k), relation.down(k), relation.up(k));
    }
    return view;
  }

  static SelfView asChild(
      Actor actor, int k, Relation relation, Exogenous exogenous, double hours) {
    SelfView view = new SelfView(actor, relation, relation.memory(k), exogenous, hours);
    view.parent = new PeerHandle(view, actor.face().parent(), relation.up(k), relation.down(k));
    return view;
  }

  /** A participant among peers; its neighbours are told by {@link #neighbours(PeerHandle[])}. */
  static SelfView asPeer(
      Actor actor, Post post, double[] memory, Exogenous exogenous, double hours) {
    return new SelfView(actor, post, memory, exogenous, hours);
  }

  void neighbours(PeerHandle[] those) {
    neighbours = those;
  }

  /** Starts its turn. */
  SelfView open() {
    return open(0);
  }

  /** Starts its turn in a round of an exchange. */
  SelfView open(int present) {
    open = true;
    round = present;
    settled = false;
    return this;
  }

  /** Whether it voted to end the exchange in its last turn. */
  boolean votesToEnd() {
    return settled;
  }

  /** Whether it is its turn. */
  boolean isOpen() {
    return open;
  }

  /** Ends its turn. */
  void close() {
    open = false;
  }

  private void turn() {
    if (!open) {
      throw new IllegalStateException(actor.face().id() + " is used outside its turn");
    }
  }

  @Override
  public Agent agent() {
    return actor.face();
  }

  @Override
  public double hours() {
    return hours;
  }

  @Override
  public RandomStream random() {
    turn();
    return actor.random();
  }

  @Override
  public double read(String name) {
    turn();
    int own = actor.readingIndex(name);
    if (own >= 0) {
      return actor.reading(own);
    }
    return exogenous.known()[series(name)];
  }

  @Override
  public double ahead(String name, int intervals) {
    turn();
    return exogenous.series(series(name)).ahead(intervals);
  }

  @Override
  public double forecast(String name, int intervals) {
    turn();
    return exogenous.series(series(name)).forecast(intervals);
  }

  private int series(String name) {
    int i = exogenous.indexOf(name);
    if (i < 0) {
      throw new IllegalArgumentException(
          actor.face().id()
              + " has no reading '"
              + name
              + "'; it has "
              + actor.readings()
              + ", "
              + String.join(", ", exogenous.names()));
    }
    return i;
  }

  @Override
  public Flexibility flexibility() {
    turn();
    return actor.flexibility();
  }

  @Override
  public boolean proposed() {
    turn();
    return actor.proposed();
  }

  @Override
  public double action(int i) {
    turn();
    return actor.actions().values()[i];
  }

  @Override
  public void action(int i, double value) {
    turn();
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          actor.face().id()
              + ": "
              + value
              + " for action "
              + actor.face().actionSpace().axis(i).name());
    }
    actor.choose(i, value);
  }

  @Override
  public double intendedMw() {
    turn();
    return actor.intendedMw();
  }

  @Override
  public void requestMw(double pMw) {
    turn();
    if (!Double.isFinite(pMw)) {
      throw new IllegalArgumentException(actor.face().id() + ": " + pMw + " MW requested");
    }
    actor.requestMw(pMw);
  }

  @Override
  public double requestedMw() {
    turn();
    return actor.requestedMw();
  }

  @Override
  public Peer parent() {
    return parent;
  }

  @Override
  public int children() {
    return children.length;
  }

  @Override
  public Peer child(int k) {
    return children[k];
  }

  @Override
  public void send(Peer to, Payload payload) {
    turn();
    post.send(own(to), payload);
  }

  @Override
  public void sendToChildren(Payload payload) {
    turn();
    for (PeerHandle child : children) {
      post.send(child, payload);
    }
  }

  @Override
  public int neighbours() {
    return neighbours.length;
  }

  @Override
  public Peer neighbour(int k) {
    return neighbours[k];
  }

  @Override
  public void sendToNeighbours(Payload payload) {
    turn();
    for (PeerHandle neighbour : neighbours) {
      post.send(neighbour, payload);
    }
  }

  @Override
  public int round() {
    return round;
  }

  @Override
  public void settled() {
    turn();
    settled = true;
  }

  @Override
  public <P extends Payload> P latest(Class<P> type, Peer from) {
    turn();
    return type.cast(own(from).heardFrom().latest(type));
  }

  private PeerHandle own(Peer peer) {
    if (peer instanceof PeerHandle handle && handle.owner() == this) {
      return handle;
    }
    throw new IllegalArgumentException(
        actor.face().id()
            + " can talk with its own parent, children and neighbours only, not with "
            + peer);
  }

  @Override
  public double[] memory() {
    turn();
    return memory;
  }
}
