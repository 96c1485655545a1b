package powergrid.engine.world;

import powergrid.api.agent.Agent;
import powergrid.api.agent.Characteristic;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Model;
import powergrid.api.agent.Peer;
import powergrid.api.agent.Self;
import powergrid.api.agent.Target;
import powergrid.api.device.Polyline;
import powergrid.api.environment.Contract;
import powergrid.api.message.Payload;
import powergrid.api.random.RandomStream;

/** An agent in one role of one relation. Open during its turn only. */
final class SelfView implements Self {
  private static final PeerHandle[] NOBODY = {};

  private final Actor actor;
  private final Post post;
  private final Globals globals;
  private final Common common;
  private final double[] memory;

  /** Where its protocol's part of the action begins. */
  private final int firstAction;

  private PeerHandle parent;
  private PeerHandle[] children = NOBODY;
  private PeerHandle[] neighbours = NOBODY;

  /** Its own address among peers; else null. */
  private PeerHandle me;

  /** Null where its protocol makes no contracts. */
  private Admission admission;

  private int round;
  private boolean settled;
  private boolean open;

  private SelfView(
      Actor actor, Post post, Globals globals, Common common, double[] memory, int firstAction) {
    this.actor = actor;
    this.post = post;
    this.globals = globals;
    this.common = common;
    this.memory = memory;
    this.firstAction = firstAction;
  }

  static SelfView asParent(Actor actor, Relation relation, Common common) {
    double[] memory = relation.memory(relation.parentMember());
    SelfView view = new SelfView(actor, relation, relation.globals(), common, memory, 0);
    view.children = new PeerHandle[actor.face().children().size()];
    for (int k = 0; k < view.children.length; k++) {
      view.children[k] =
          new PeerHandle(
              view, actor.face().children().get(k), relation.down(k), relation.up(k).mailbox());
    }
    return view;
  }

  static SelfView asChild(Actor actor, int k, Relation relation, Common common) {
    SelfView view =
        new SelfView(actor, relation, relation.globals(), common, relation.memory(k), 0);
    view.parent =
        new PeerHandle(view, actor.face().parent(), relation.up(k), relation.down(k).mailbox());
    return view;
  }

  /** A participant among peers; its neighbours are told by {@link #neighbours(PeerHandle[])}. */
  static SelfView asPeer(
      Actor actor, Post post, Globals globals, Common common, double[] memory, int firstAction) {
    SelfView view = new SelfView(actor, post, globals, common, memory, firstAction);
    view.me = new PeerHandle(view, actor.face(), null, null);
    return view;
  }

  /** Lets it make contracts, which can be examined beforehand. */
  void contracting(Admission by) {
    admission = by;
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
    return common.hours();
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
    return common.exogenous().known()[series(name)];
  }

  @Override
  public double ahead(String name, int intervals) {
    turn();
    return common.exogenous().series(series(name)).ahead(intervals);
  }

  @Override
  public double forecast(String name, int intervals) {
    turn();
    return common.exogenous().series(series(name)).forecast(intervals);
  }

  private int series(String name) {
    int i = common.exogenous().indexOf(name);
    if (i < 0) {
      throw new IllegalArgumentException(
          actor.face().id()
              + " has no reading '"
              + name
              + "'; it has "
              + actor.readings()
              + ", "
              + String.join(", ", common.exogenous().names()));
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
    return actor.actions().values()[firstAction + i];
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
              + actor.face().actionSpace().axis(firstAction + i).name());
    }
    actor.choose(firstAction + i, value);
  }

  @Override
  public double intended(Target target) {
    turn();
    return target == Target.POWER ? actor.intendedMw() : actor.intended(target);
  }

  @Override
  public void request(Target target, double value) {
    turn();
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          actor.face().id() + ": " + value + " " + target.unit() + " requested");
    }
    actor.request(target, value);
  }

  @Override
  public double requested(Target target) {
    turn();
    return actor.requested(target);
  }

  @Override
  public boolean realises(Target target) {
    return actor.realises(target);
  }

  @Override
  public void follow(Characteristic characteristic, Polyline curve) {
    turn();
    actor.follow(characteristic, curve);
  }

  @Override
  public double global(String name) {
    turn();
    return globals.value(name);
  }

  @Override
  public Peer me() {
    return me;
  }

  @Override
  public void contract(Peer seller, Peer buyer, double mw, double usdPerMwh, double feeUsdPerMwh) {
    turn();
    if (!(mw > 0 && mw < Double.POSITIVE_INFINITY)
        || !Double.isFinite(usdPerMwh)
        || !(feeUsdPerMwh >= 0 && feeUsdPerMwh < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          String.format(
              java.util.Locale.ROOT,
              "%s: a contract of %s MW at %s USD/MWh with a fee of %s USD/MWh;"
                  + " it takes power above 0, a finite price and a fee from 0",
              actor.face().id(),
              mw,
              usdPerMwh,
              feeUsdPerMwh));
    }
    if (own(seller) == own(buyer)) {
      throw new IllegalArgumentException(
          actor.face().id() + ": " + seller.agent().id() + " sells to itself");
    }
    contracting();
    common
        .ledger()
        .register(
            new Contract(
                seller.agent().index(),
                buyer.agent().index(),
                mw,
                usdPerMwh,
                actor.face().index(),
                feeUsdPerMwh));
  }

  @Override
  public boolean admissible(Peer seller, Peer buyer, double mw) {
    turn();
    own(seller);
    own(buyer);
    return contracting().admits(seller.agent().index(), buyer.agent().index(), mw);
  }

  private Admission contracting() {
    if (admission == null) {
      throw new IllegalStateException(
          post.label() + " does not say that it makes contracts (HorizontalProtocol.contracts)");
    }
    return admission;
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
    PeerHandle address = own(to);
    if (address.channel() == null) {
      throw new IllegalArgumentException(actor.face().id() + " sends a message to itself");
    }
    post.send(actor.face(), address, payload);
  }

  @Override
  public void sendToChildren(Payload payload) {
    turn();
    for (PeerHandle child : children) {
      post.send(actor.face(), child, payload);
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
      post.send(actor.face(), neighbour, payload);
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
    Mailbox heard = own(from).heardFrom();
    return heard == null ? null : type.cast(heard.latest(type));
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
  public Model model() {
    turn();
    return actor.model();
  }

  @Override
  public double[] memory() {
    turn();
    return memory;
  }
}
