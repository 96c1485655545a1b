package powergrid.api.device;

import java.util.EnumSet;
import java.util.Set;
import powergrid.api.agent.Characteristic;
import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;

/**
 * What connects a device by power electronics: keeps P² + Q² within the rating in all four
 * quadrants, decides Q, and follows the voltage within the solve where it is told to. A device
 * makes one when it is made and calls {@link #inject} in every {@code act} instead of {@link
 * Terminal#inject}; what the voltage changes is part of the realised power that it is settled with.
 *
 * <p>With the rating S in MVA and the voltage v in per unit:
 *
 * <pre>
 * action        |Q| ≤ min(qMax, √(S² − P²)), |P| ≤ S
 * power factor  Q = P tan(arccos f),         |P| ≤ S |f|
 * volt-var      Q = S · curve(v), |Q| ≤ qMax, |P| ≤ √(S² − Q²)
 * volt-watt     P ≤ S · curve(v)
 * </pre>
 *
 * <p>Characteristics: IEEE Std 1547-2018, clauses 5.3 and 5.4. Another curve than the configured
 * one holds for a single step: {@link #follow} before {@link #inject}, which takes it over.
 */
public final class Inverter {
  private final Terminal terminal;
  private final InverterSettings.Reactive reactive;
  private final double ratingMva;
  private final double qMaxMvar;
  private final double greatestMw;
  private final double qOfP;
  private final Variables.Real q;
  private final Following voltVar;
  private final Following voltWatt;
  private final Set<Characteristic> follows;
  private double requestedMw;

  /**
   * An inverter, while its device is made.
   *
   * @param settings as configured
   * @param pMaxMw greatest active power of the device, either way
   * @param context of the device; gets the action {@code q} where that decides
   */
  public Inverter(InverterSettings settings, double pMaxMw, DeviceContext context) {
    terminal = context.terminal();
    reactive = settings.reactive();
    ratingMva = Double.isNaN(settings.ratingMva()) ? pMaxMw : settings.ratingMva();
    qMaxMvar =
        Double.isNaN(settings.qMaxMvar()) ? ratingMva : Math.min(ratingMva, settings.qMaxMvar());
    double factor = settings.powerFactor();
    boolean constant = reactive == InverterSettings.Reactive.POWER_FACTOR;
    greatestMw = constant ? ratingMva * Math.abs(factor) : ratingMva;
    qOfP = constant ? Math.signum(factor) * PowerFactor.mvarPerMw(factor) : 0;
    q =
        reactive == InverterSettings.Reactive.ACTION
            ? context.actions().real("q", "MVAr", -qMaxMvar, qMaxMvar, 0, Visibility.OWNER)
            : null;
    Set<Characteristic> those = EnumSet.noneOf(Characteristic.class);
    voltVar =
        reactive == InverterSettings.Reactive.VOLT_VAR
            ? new Following(VoltageCurve.voltVar(settings.category()))
            : null;
    if (voltVar != null) {
      those.add(Characteristic.VOLT_VAR);
    }
    voltWatt = settings.voltWatt() ? new Following(VoltageCurve.voltWatt()) : null;
    if (voltWatt != null) {
      those.add(Characteristic.VOLT_WATT);
    }
    follows = Set.copyOf(those);
    if (!follows.isEmpty()) {
      terminal.follow(ratingMva, this::respond);
    }
  }

  /**
   * Its rating.
   *
   * @return MVA
   */
  public double ratingMva() {
    return ratingMva;
  }

  /**
   * The curves that it follows, for {@link Device#follows}.
   *
   * @return as configured
   */
  public Set<Characteristic> follows() {
    return follows;
  }

  /**
   * Sets the curve that the next {@link #inject} has it follow, for {@link Device#follow}.
   *
   * @param characteristic one that it {@link #follows}
   * @param curve by voltage in pu, as a share of the rating
   * @throws UnsupportedOperationException if it follows none of that kind
   */
  public void follow(Characteristic characteristic, Polyline curve) {
    if (!follows.contains(characteristic)) {
      throw new UnsupportedOperationException("follows no " + characteristic);
    }
    (characteristic == Characteristic.VOLT_VAR ? voltVar : voltWatt).next = curve;
  }

  /**
   * The active power that is left of a wish, whatever the voltage.
   *
   * @param pMw MW injected
   * @return within the rating
   */
  public double limited(double pMw) {
    return Math.max(-greatestMw, Math.min(greatestMw, pMw));
  }

  /**
   * Injects active power, with the reactive power that goes with it.
   *
   * @param pMw MW injected; limited to the rating
   */
  public void inject(double pMw) {
    requestedMw = limited(pMw);
    if (voltVar != null) {
      voltVar.begin();
    }
    if (voltWatt != null) {
      voltWatt.begin();
    }
    terminal.inject(requestedMw, reactiveMvar());
  }

  /** Reactive power beside what follows the voltage. */
  private double reactiveMvar() {
    return switch (reactive) {
      case UNITY, VOLT_VAR -> 0;
      case POWER_FACTOR -> qOfP * requestedMw;
      case ACTION -> {
        double room = Math.min(qMaxMvar, beside(requestedMw));
        yield Math.max(-room, Math.min(room, q.get()));
      }
    };
  }

  /** What the rating leaves beside a power at right angles to it. */
  private double beside(double power) {
    return Math.sqrt(Math.max(0, ratingMva * ratingMva - power * power));
  }

  /** The change that the voltage brings. */
  private void respond(double voltage, double[] power) {
    double mvar = 0;
    double most = greatestMw;
    if (voltVar != null) {
      mvar = Math.max(-qMaxMvar, Math.min(qMaxMvar, ratingMva * voltVar.now.at(voltage)));
      most = beside(mvar);
    }
    double least = -most;
    if (voltWatt != null) {
      most = Math.min(most, ratingMva * voltWatt.now.at(voltage));
    }
    double kept = Math.max(least, Math.min(most, requestedMw));
    power[0] = kept - requestedMw;
    power[1] = mvar + qOfP * power[0];
  }

  /** A curve that is followed: as configured, unless one was set for the step. */
  private static final class Following {
    private final Polyline configured;
    private Polyline now;

    /** Null where none was set since the last step began. */
    private Polyline next;

    Following(Polyline configured) {
      this.configured = configured;
      now = configured;
    }

    void begin() {
      now = next == null ? configured : next;
      next = null;
    }
  }
}
