package powergrid.protocols.horizontal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Model;
import powergrid.api.agent.Peer;
import powergrid.api.agent.Self;
import powergrid.api.agent.Target;
import powergrid.api.message.MessageType;
import powergrid.api.message.Payload;
import powergrid.api.plugin.Field;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.api.protocol.HorizontalProtocol;
import powergrid.api.protocol.HorizontalProtocolFactory;

/**
 * Federated learning, as the package describes it.
 *
 * @param every iterations of learning between exchanges
 * @param layers of networks that are averaged
 * @param proximal weight µ of FedProx's pull to the average; 0 for FedAvg
 * @param deadline steps for which updates that are under way are waited for
 */
public record Federated(
    @Field(min = 1, max = 1e6, value = "1", help = "Iterations of learning between exchanges")
        int every,
    @Field(value = "all", help = "Layers that are averaged: all, or trunk for all but the last")
        Model.Part layers,
    @Field(min = 0, max = 1e6, value = "0", help = "Weight of FedProx's pull; 0 for FedAvg")
        double proximal,
    @Field(min = 0, max = 1e6, value = "0", help = "Steps for which late updates are waited for")
        int deadline)
    implements HorizontalProtocol {
  /** What a participant remembers: at which iteration it sent its update, and how long it waits. */
  private static final int SENT = 0;

  private static final int WAITED = 1;

  /**
   * What a participant has learnt by itself.
   *
   * @param iteration of its learner
   * @param samples that it learnt from since the last exchange
   * @param layout of its network
   * @param parameters of it
   * @param moments of what it observed
   */
  @SuppressWarnings("ArrayRecordComponent") // as many as the network has; never compared
  public record Update(
      @Field(min = 0) int iteration,
      @Field(min = 0) double samples,
      @Field int layout,
      @Field float[] parameters,
      @Field double[] moments)
      implements Payload {}

  private record Heard(Peer from, Update update) {}

  @Override
  public List<MessageType> messages() {
    return List.of(MessageType.ofAnyLength(Update.class));
  }

  @Override
  public int memory() {
    return 2;
  }

  @Override
  public Set<Target> targets() {
    return Set.of();
  }

  @Override
  public boolean exchangesModels() {
    return true;
  }

  @Override
  public void coordinateMessages(Self me) {
    Model model = me.model();
    if (due(model) && !waits(me, model)) {
      me.memory()[SENT] = model.allIterations();
      me.memory()[WAITED] = 0;
      me.sendToNeighbours(update(model));
    }
    me.settled();
  }

  private boolean due(Model model) {
    return model != null && model.iterations() >= every;
  }

  private static boolean waits(Self me, Model model) {
    return me.memory()[SENT] == model.allIterations();
  }

  private Update update(Model model) {
    return new Update(
        (int) model.allIterations(),
        model.samples(),
        model.layout(layers),
        model.parameters(layers),
        model.moments());
  }

  @Override
  public void coordinateActions(Self me) {
    Model model = me.model();
    if (!due(model) || !waits(me, model)) {
      return;
    }
    List<Heard> heard = new ArrayList<>();
    for (int k = 0; k < me.neighbours(); k++) {
      Update update = me.latest(Update.class, me.neighbour(k));
      if (update != null && update.iteration() == model.allIterations()) {
        requireAlike(me, model, me.neighbour(k), update);
        heard.add(new Heard(me.neighbour(k), update));
      }
    }
    if (heard.size() < me.neighbours() && me.memory()[WAITED] < deadline) {
      me.memory()[WAITED]++;
      return;
    }
    observe(model, heard);
    heard.add(new Heard(me.me(), update(model)));
    heard.sort(Comparator.comparingInt(h -> h.from().agent().index())); // the same sum for all
    model.parameters(layers, average(heard), proximal);
  }

  private void requireAlike(Self me, Model model, Peer other, Update update) {
    if (update.layout() != model.layout(layers)) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "the networks of %s and %s are not of one layout; give both devices of the same kinds"
                  + " and names%s",
              me.agent().id(),
              other.agent().id(),
              layers == Model.Part.ALL
                  ? ", or where they observe the same, write layers: trunk"
                  : ", so that both observe the same"));
    }
  }

  /** The mean, weighted by samples (FedAvg). */
  private static float[] average(List<Heard> of) {
    int n = of.get(0).update().parameters().length;
    double[] sums = new double[n];
    double samples = 0;
    for (Heard heard : of) {
      Update update = heard.update();
      samples += update.samples();
      for (int i = 0; i < n; i++) {
        sums[i] += update.samples() * update.parameters()[i];
      }
    }
    float[] mean = new float[n];
    for (int i = 0; i < n; i++) {
      mean[i] = (float) (sums[i] / samples);
    }
    return mean;
  }

  /** Merges what others observed; unless more of that was known before, from more of them. */
  private static void observe(Model model, List<Heard> heard) {
    double[] merged = new double[model.moments().length];
    if (merged.length == 0) {
      return; // it does not normalise
    }
    for (Heard other : heard) {
      merge(merged, other.update().moments());
    }
    if (merged[0] >= model.othersMoments()[0]) {
      model.othersMoments(merged);
    }
  }

  /** Adds moments of a group: Chan, Golub and LeVeque (COMPSTAT 1982). */
  private static void merge(double[] into, double[] group) {
    int n = (into.length - 1) / 2;
    double all = into[0] + group[0];
    if (group[0] == 0) {
      return;
    }
    double share = group[0] / all;
    for (int i = 0; i < n; i++) {
      double off = group[1 + i] - into[1 + i];
      into[1 + i] += off * share;
      into[1 + n + i] += group[1 + n + i] + off * off * into[0] * share;
    }
    into[0] = all;
  }

  /** Makes it. */
  @Component(service = HorizontalProtocolFactory.class)
  @PluginType("federated")
  @PluginHelp("peers learn by themselves and average what they learnt: FedAvg and FedProx")
  public static final class Factory implements HorizontalProtocolFactory<Federated> {
    @Override
    public Class<Federated> configType() {
      return Federated.class;
    }

    @Override
    public HorizontalProtocol create(Federated configuration) {
      return configuration;
    }
  }
}
