package powergrid.experiment.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Level;
import powergrid.api.drawing.NetworkDrawing;
import powergrid.api.environment.FeederView;
import powergrid.api.environment.StepView;

/**
 * Notes what a report shows of an episode, as it is played. Holds nothing of a plug-in, and costs a
 * few numbers a step and device; one episode of a variant is enough. Belongs to one thread.
 */
public final class DayRecorder {
  private final String variant;
  private final long seed;
  private final NetworkDrawing drawing;
  private final Map<Integer, List<Double>> devices = new LinkedHashMap<>();
  private final List<FeederRecorder> feeders = new ArrayList<>();
  private final List<Double> price = new ArrayList<>();
  private final List<Double> messages = new ArrayList<>();
  private final List<Double> lost = new ArrayList<>();
  private final List<Double> bytes = new ArrayList<>();

  /**
   * A recorder.
   *
   * @param variant name of the variant
   * @param seed of the run
   * @param drawing draws the networks in the end
   */
  public DayRecorder(String variant, long seed, NetworkDrawing drawing) {
    this.variant = variant;
    this.seed = seed;
    this.drawing = drawing;
  }

  /**
   * The episode has been reset.
   *
   * @param view of it
   */
  public void start(StepView view) {
    for (Agent agent : view.agents()) {
      if (agent.level() == Level.DEVICE) {
        devices.put(agent.index(), new ArrayList<>());
      }
    }
    for (FeederView feeder : view.feeders()) {
      feeders.add(new FeederRecorder(feeder.network()));
    }
  }

  /**
   * A step has been taken.
   *
   * @param view of the same episode
   */
  public void step(StepView view) {
    devices.forEach((index, mw) -> mw.add(view.netMw(index)));
    for (int i = 0; i < feeders.size(); i++) {
      feeders.get(i).step(view.feeders().get(i));
    }
    price.add(view.series("price"));
    messages.add((double) view.messages());
    lost.add((double) view.messagesLost());
    bytes.add((double) view.bytes());
  }

  /**
   * The episode has ended.
   *
   * @param view of it
   * @return all of it
   */
  public Day end(StepView view) {
    Map<String, List<Day.Device>> byParent = new LinkedHashMap<>();
    for (Agent agent : view.agents()) {
      if (agent.level() == Level.DEVICE) {
        Agent parent = agent.parent();
        String group = parent == null ? "" : parent.id();
        String prefix = group + ".";
        String name =
            agent.id().startsWith(prefix) ? agent.id().substring(prefix.length()) : agent.id();
        byParent
            .computeIfAbsent(group, g -> new ArrayList<>())
            .add(new Day.Device(name, devices.get(agent.index())));
      }
    }
    List<Day.Microgrid> microgrids = new ArrayList<>();
    byParent.forEach((name, own) -> microgrids.add(new Day.Microgrid(name, own)));
    return new Day(
        variant,
        seed,
        view.start(),
        view.hours(),
        Greatest.microgrids(microgrids),
        price.stream().allMatch(p -> p.isNaN()) ? List.of() : price,
        Greatest.feeders(feeders).stream().map(feeder -> feeder.end(drawing)).toList(),
        feeders.size(),
        messages,
        lost,
        bytes);
  }
}
