package powergrid.testkit.contract;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Flexibility;
import powergrid.api.message.MessageType;
import powergrid.api.message.Payload;
import powergrid.testkit.FakeSelf;
import powergrid.testkit.ProtocolHarness;
import powergrid.testkit.RecordNumbers;

/** Participants that go on and on, so that what they allocate beyond messages can be counted. */
final class BusyGroup implements ProtocolHarness.Wire {
  private static final int COPIES = 1_000;

  private final ProtocolHarness group;
  private final RecordNumbers[] types;
  private final Moment[] moments = new Moment[16];

  /** By type: a payload, what one takes, and how many were made. */
  private final Payload[] samples;

  private final long[] bytes;
  private final long[] made;
  private Payload last;
  private int taken;
  private Record kept;

  /** What participants can do and decide in a step. */
  private static final class Moment {
    private final double[][] flexibility;
    private final double[] intended;
    private final double[][] actions;
    private final double asked;

    Moment(ProtocolHarness group) {
      int n = group.participants();
      flexibility = new double[n][];
      intended = new double[n];
      actions = new double[n][];
      for (int i = 0; i < n; i++) {
        FakeSelf self = group.participant(i);
        Flexibility f = self.flexibility();
        flexibility[i] = new double[] {f.minMw(), f.maxMw(), f.buy(), f.sell(), f.curve()};
        intended[i] = self.intendedMw();
        actions[i] = new double[self.agent().actionSpace().size()];
        Arrays.setAll(actions[i], self::action);
      }
      asked = group.parent().requestedMw();
    }

    void tell(ProtocolHarness group) {
      for (int i = 0; i < intended.length; i++) {
        double[] f = flexibility[i];
        group.participant(i).flexibility().set(f[0], f[1], f[2], f[3], f[4]);
        group.participant(i).intends(intended[i]);
      }
    }

    void decide(ProtocolHarness group) {
      for (int i = 0; i < actions.length; i++) {
        for (int k = 0; k < actions[i].length; k++) {
          group.participant(i).action(k, actions[i][k]);
        }
      }
      if (!Double.isNaN(asked)) {
        group.parent().requestMw(asked);
      }
    }
  }

  /** Takes over a group that takes some steps first, so as to repeat what can be and is decided. */
  BusyGroup(Episode episode, List<MessageType> declared) {
    group = episode.group;
    types = declared.stream().map(RecordNumbers::of).toArray(RecordNumbers[]::new);
    samples = new Payload[types.length];
    bytes = new long[types.length];
    made = new long[types.length];
    group.wire(this);
    for (int m = 0; m < moments.length; m++) {
      episode.begin();
      moments[m] = new Moment(group);
      episode.end();
    }
  }

  /** Counts a payload once, however many it is sent to. */
  @Override
  public Payload carry(int round, Agent from, Agent to, Payload payload) {
    if (payload != last) {
      last = payload;
      int t = 0;
      while (types[t].type() != payload.getClass()) {
        t++;
      }
      samples[t] = payload;
      made[t]++;
    }
    return payload;
  }

  /** Bytes that rounds allocate beyond payloads; empty where the JVM does not count them. */
  OptionalLong bytesBeyondPayloads(int rounds) {
    for (int t = 0; t < types.length; t++) {
      if (samples[t] != null) {
        bytes[t] = Allocation.bytes(copying(types[t], samples[t]), COPIES).orElse(0) / COPIES;
      }
    }
    return Allocation.bytes(this::run, rounds);
  }

  private Allocation.Steps copying(RecordNumbers type, Payload sample) {
    double[] numbers = new double[type.size()];
    type.read((Record) sample, numbers);
    return copies -> {
      for (int k = 0; k < copies; k++) { // kept, so that it is made
        kept = type.anyLength() ? type.copy((Record) sample) : type.make(numbers);
      }
      return 0;
    };
  }

  /** Takes rounds, or steps that have none; the bytes of the payloads that were made. */
  private long run(int rounds) {
    Arrays.fill(made, 0);
    int left = rounds;
    while (left > 0) {
      Moment moment = moments[taken++ % moments.length];
      moment.tell(group);
      group.begin();
      if (taken % 4 != 0) {
        moment.decide(group);
      }
      group.finish();
      left -= Math.max(1, group.rounds());
    }
    long allowed = 0;
    for (int t = 0; t < made.length; t++) {
      allowed += made[t] * bytes[t];
    }
    return allowed;
  }

  /** The last copy. */
  Record kept() {
    return kept;
  }
}
