package powergrid.networks.opendss;

import powergrid.api.network.PhaseValues;
import powergrid.api.network.RegulatorControl;
import powergrid.api.network.ReverseMode;

/** What controls a transformer's taps. */
final class RegControlElement extends Element {
  private String transformer = "";
  private int winding = 1;
  private double vreg = 120;
  private double band = 3;
  private double ptRatio = 60;
  private double ctPrim = 300;
  private double r;
  private double x;
  private double delay = 15;
  private double tapDelay = 2;
  private int maxTapChange = 16;
  private int ptPhase = 1;
  private boolean reversible;
  private boolean toNeutral;
  private boolean cogeneration;

  RegControlElement(String name, Origin origin) {
    super("regcontrol", name, origin);
  }

  @Override
  void set(String property, Value value, Circuit circuit) {
    switch (property) {
      case "transformer" -> transformer = circuit.get("transformer", value).name();
      case "winding" -> winding = value.whole(1, 2);
      case "vreg" -> vreg = value.above(0);
      case "band" -> band = value.above(0);
      case "ptratio" -> ptRatio = value.above(0);
      case "ctprim" -> ctPrim = value.above(0);
      case "r" -> r = value.number();
      case "x" -> x = value.number();
      case "delay" -> delay = value.atLeast(0);
      case "tapdelay" -> tapDelay = value.atLeast(0);
      case "maxtapchange" -> maxTapChange = value.whole(0, 1000);
      case "ptphase" -> ptPhase = value.whole(1, 3);
      case "reversible" -> reversible = value.yes();
      case "revneutral" -> toNeutral = value.yes();
      case "cogen" -> cogeneration = value.yes();
      case "tapnum" -> setTap(value.whole(-1000, 1000), circuit);
      case "basefreq" -> checkFrequency(value, circuit);
      default -> throw new AssertionError(property);
    }
  }

  private void setTap(int tap, Circuit circuit) {
    TransformerElement controlled =
        (TransformerElement) circuit.elements("transformer").get(transformer);
    if (controlled == null) {
      throw error("sets a tap before it names its transformer: put transformer= first");
    }
    controlled.setTap(winding - 1, 1 + tap * controlled.step());
  }

  String transformer() {
    return transformer;
  }

  int winding() {
    return winding;
  }

  /** Whether its taps ever move. */
  boolean moves() {
    return maxTapChange > 0;
  }

  /** Its settings, the same for all phases. */
  RegulatorControl control(boolean gang) {
    return new RegulatorControl(
        same(vreg),
        band,
        ptRatio,
        ctPrim,
        same(r),
        same(x),
        delay,
        tapDelay,
        gang ? ptPhase - 1 : -1,
        reverse());
  }

  private ReverseMode reverse() {
    if (!reversible) {
      return ReverseMode.LOCKED_FORWARD;
    }
    return cogeneration
        ? ReverseMode.COGENERATION
        : toNeutral ? ReverseMode.NEUTRAL : ReverseMode.BIDIRECTIONAL;
  }

  private static PhaseValues same(double value) {
    return new PhaseValues(value, value, value);
  }
}
