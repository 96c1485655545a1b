package powergrid.engine.world;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import powergrid.api.random.RandomStream;
import powergrid.api.scenario.LinkSetting;
import powergrid.api.scenario.LinkSetting.BurstSetting;
import powergrid.api.scenario.LinkSetting.OutageSetting;

/**
 * When a message from one agent to another arrives, if it does. Has luck of its own, of which a
 * message takes two draws whatever becomes of it: what others send changes nothing, and links of
 * different loss and latency see the same luck.
 */
final class Link {
  private final double latency;
  private final double jitter;
  private final double loss;
  private final double bytesPerSecond;
  private final double[] outages;

  /** Mean seconds between bursts, and in one; NaN where there are none. */
  private final double burstEvery;

  private final double burstLasts;
  private final boolean ideal;
  private final RandomStream luck = new RandomStream(0);
  private final RandomStream weather = new RandomStream(0);
  private double freeAt;
  private boolean down;
  private double changesAt;

  /**
   * A link.
   *
   * @param setting of its relation
   * @param from id of the sender
   * @param to id of the recipient
   */
  Link(LinkSetting setting, String from, String to) {
    latency = seconds(setting.latency());
    jitter = seconds(setting.jitter());
    loss = setting.loss();
    bytesPerSecond = setting.bitsPerSecond() / 8;
    List<OutageSetting> own =
        setting.outages().stream()
            .filter(
                o -> o.agents().isEmpty() || o.agents().contains(from) || o.agents().contains(to))
            .toList();
    outages = new double[2 * own.size()];
    for (int i = 0; i < own.size(); i++) {
      outages[2 * i] = seconds(own.get(i).at());
      outages[2 * i + 1] = seconds(own.get(i).at().plus(own.get(i).lasting()));
    }
    burstEvery = setting.bursts().map(BurstSetting::every).map(Link::seconds).orElse(Double.NaN);
    burstLasts = setting.bursts().map(BurstSetting::lasting).map(Link::seconds).orElse(Double.NaN);
    ideal =
        latency + jitter + loss == 0
            && bytesPerSecond == Double.POSITIVE_INFINITY
            && outages.length == 0
            && Double.isNaN(burstEvery);
  }

  private static double seconds(java.time.Duration duration) {
    return duration.toNanos() / 1e9;
  }

  /** Whether everything arrives when it is sent. */
  boolean ideal() {
    return ideal;
  }

  void reset(long seed) {
    luck.state(seed);
    weather.state(luck.derive("weather"));
    freeAt = 0;
    down = false;
    changesAt = Double.isNaN(burstEvery) ? Double.POSITIVE_INFINITY : exponential(burstEvery);
  }

  private double exponential(double mean) {
    return -mean * Math.log(1 - weather.nextDouble());
  }

  /** Sends at a time that is not before the last one's; NaN where it is lost. */
  double arrival(int bytes, double now) {
    if (ideal) {
      return now;
    }
    double lucky = luck.nextDouble();
    double late = luck.nextDouble();
    while (now >= changesAt) {
      down = !down;
      changesAt += exponential(down ? burstLasts : burstEvery);
    }
    if (down || out(now)) {
      return Double.NaN;
    }
    freeAt = Math.max(freeAt, now) + bytes / bytesPerSecond;
    return lucky < loss ? Double.NaN : freeAt + latency + jitter * late;
  }

  private boolean out(double now) {
    for (int i = 0; i < outages.length; i += 2) {
      if (now >= outages[i] && now < outages[i + 1]) {
        return true;
      }
    }
    return false;
  }

  void save(DataOutput out) throws IOException {
    out.writeLong(luck.state());
    out.writeLong(weather.state());
    out.writeDouble(freeAt);
    out.writeBoolean(down);
    out.writeDouble(changesAt);
  }

  void restore(DataInput in) throws IOException {
    luck.state(in.readLong());
    weather.state(in.readLong());
    freeAt = in.readDouble();
    down = in.readBoolean();
    changesAt = in.readDouble();
  }
}
