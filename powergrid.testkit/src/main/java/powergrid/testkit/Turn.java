package powergrid.testkit;

import java.util.Arrays;
import java.util.List;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Characteristic;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Model;
import powergrid.api.agent.Peer;
import powergrid.api.agent.Self;
import powergrid.api.agent.Target;
import powergrid.api.device.Polyline;
import powergrid.api.message.MessageType;
import powergrid.api.message.Payload;
import powergrid.api.random.RandomStream;

/**
 * A participant as its protocol sees it: shut outside its turn, and as strict as the workbench is
 * about who talks with whom and what was declared.
 */
final class Turn implements Self {
  private final ProtocolHarness harness;
  private final FakeSelf self;
  private final int index;
  private final Role role;
  private final Class<?>[] says;
  private final Class<?>[] hears;
  private int round;
  private boolean settled;
  private boolean open;

  /**
   * Whom a participant can talk with in its role.
   *
   * @param me itself among peers; else null
   * @param parent of a child; else null
   * @param children of a parent
   * @param neighbours of a peer
   */
  record Role(
      FakeAgent me, FakeAgent parent, List<FakeAgent> children, List<FakeAgent> neighbours) {
    boolean has(Agent other) {
      return other == parent || children.contains(other) || neighbours.contains(other);
    }
  }

  /**
   * A participant.
   *
   * @param index its number in the harness
   * @param says types that it sends
   * @param hears types that are sent to it
   */
  Turn(
      ProtocolHarness harness,
      FakeSelf self,
      int index,
      Role role,
      List<MessageType> says,
      List<MessageType> hears) {
    this.harness = harness;
    this.self = self;
    this.index = index;
    this.role = role;
    this.says = says.stream().map(MessageType::type).toArray(Class<?>[]::new);
    this.hears = hears.stream().map(MessageType::type).toArray(Class<?>[]::new);
  }

  /** Starts its turn in a round. */
  Self open(int present) {
    open = true;
    round = present;
    settled = false;
    return this;
  }

  void close() {
    open = false;
  }

  boolean isOpen() {
    return open;
  }

  /** Whether it voted to end the exchange in its last turn. */
  boolean votedToEnd() {
    return settled;
  }

  private void turn() {
    if (!open) {
      throw new IllegalStateException(agent().id() + " is used outside its turn");
    }
  }

  @Override
  public Agent agent() {
    return self.agent();
  }

  @Override
  public double hours() {
    return self.hours();
  }

  @Override
  public RandomStream random() {
    turn();
    return self.random();
  }

  @Override
  public double read(String name) {
    turn();
    return self.read(name);
  }

  @Override
  public double ahead(String name, int intervals) {
    turn();
    return self.ahead(name, intervals);
  }

  @Override
  public double forecast(String name, int intervals) {
    turn();
    return self.forecast(name, intervals);
  }

  @Override
  public Flexibility flexibility() {
    turn();
    return self.flexibility();
  }

  @Override
  public boolean proposed() {
    turn();
    return self.proposed();
  }

  @Override
  public double action(int i) {
    turn();
    return self.action(i);
  }

  @Override
  public void action(int i, double value) {
    turn();
    self.action(i, value);
  }

  @Override
  public double intended(Target target) {
    turn();
    return harness.intended(index, target);
  }

  @Override
  public void request(Target target, double value) {
    turn();
    self.request(target, value);
  }

  @Override
  public double requested(Target target) {
    turn();
    return self.requested(target);
  }

  @Override
  public boolean realises(Target target) {
    return self.realises(target);
  }

  @Override
  public void follow(Characteristic characteristic, Polyline curve) {
    turn();
    self.follow(characteristic, curve);
  }

  @Override
  public double global(String name) {
    turn();
    return harness.globals.value(name);
  }

  @Override
  public Peer me() {
    return role.me();
  }

  @Override
  public void contract(Peer seller, Peer buyer, double mw, double usdPerMwh, double feeUsdPerMwh) {
    turn();
    contracting(seller, buyer);
    if (seller.agent() == buyer.agent()) {
      throw new IllegalArgumentException(
          agent().id() + ": " + seller.agent().id() + " sells to itself");
    }
    self.contract(seller, buyer, mw, usdPerMwh, feeUsdPerMwh);
  }

  @Override
  public boolean admissible(Peer seller, Peer buyer, double mw) {
    turn();
    contracting(seller, buyer);
    return self.admissible(seller, buyer, mw);
  }

  private void contracting(Peer seller, Peer buyer) {
    known(seller);
    known(buyer);
    if (!harness.contracting()) {
      throw new IllegalStateException(
          "the protocol does not say that it makes contracts (HorizontalProtocol.contracts)");
    }
  }

  private void known(Peer peer) {
    if (peer == null || !(peer.agent() == role.me() || role.has(peer.agent()))) {
      throw new IllegalArgumentException(
          agent().id()
              + " can talk with its own parent, children and neighbours only, not with "
              + (peer == null ? null : peer.agent().id()));
    }
  }

  @Override
  public Peer parent() {
    return role.parent();
  }

  @Override
  public int children() {
    return role.children().size();
  }

  @Override
  public Peer child(int k) {
    return role.children().get(k);
  }

  @Override
  public void send(Peer to, Payload payload) {
    turn();
    known(to);
    if (to.agent() == role.me()) {
      throw new IllegalArgumentException(agent().id() + " sends a message to itself");
    }
    post(to.agent(), payload);
  }

  @Override
  public void sendToChildren(Payload payload) {
    turn();
    for (int k = 0; k < children(); k++) {
      post(role.children().get(k), payload);
    }
  }

  @Override
  public int neighbours() {
    return role.neighbours().size();
  }

  @Override
  public Peer neighbour(int k) {
    return role.neighbours().get(k);
  }

  @Override
  public void sendToNeighbours(Payload payload) {
    turn();
    for (int k = 0; k < neighbours(); k++) {
      post(role.neighbours().get(k), payload);
    }
  }

  private void post(Agent to, Payload payload) {
    declared(payload.getClass(), says, " sends");
    harness.courier.send(round, index, to, payload);
  }

  private void declared(Class<?> type, Class<?>[] types, String does) {
    for (Class<?> known : types) {
      if (known == type) {
        return;
      }
    }
    throw new IllegalArgumentException(
        agent().id()
            + does
            + " a "
            + type.getSimpleName()
            + ", which the protocol does not declare this way; it declares "
            + Arrays.stream(types).map(Class::getSimpleName).toList());
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
    known(from);
    if (from.agent() == role.me()) {
      return null;
    }
    declared(type, hears, " looks for");
    return self.latest(type, from);
  }

  @Override
  public Model model() {
    turn();
    return self.model();
  }

  @Override
  public double[] memory() {
    turn();
    return self.memory();
  }
}
