package powergrid.networks.matpower;

import java.util.Set;

/**
 * The statements with which distribution cases of MATPOWER convert what they publish in Ω and kW.
 * They are known word by word; nothing else is evaluated.
 */
final class Conversions {
  private static final Set<String> NAMES =
      Set.of(
          "define_constants",
          "[PQ,PV,REF,NONE,BUS_I,BUS_TYPE,PD,QD,GS,BS,BUS_AREA,VM,VA,BASE_KV,ZONE,VMAX,VMIN,"
              + "LAM_P,LAM_Q,MU_VMAX,MU_VMIN]=idx_bus",
          "[F_BUS,T_BUS,BR_R,BR_X,BR_B,RATE_A,RATE_B,RATE_C,TAP,SHIFT,BR_STATUS,PF,QF,PT,QT,"
              + "MU_SF,MU_ST,ANGMIN,ANGMAX,MU_ANGMIN,MU_ANGMAX]=idx_brch");
  private static final String VOLTAGE = "Vbase=mpc.bus(1,BASE_KV)*1e3";
  private static final String POWER = "Sbase=mpc.baseMVA*1e6";
  private static final String IMPEDANCE =
      "mpc.branch(:,[BR_RBR_X])=mpc.branch(:,[BR_RBR_X])/(Vbase^2/Sbase)";
  private static final String KILOWATTS = "mpc.bus(:,[PD,QD])=mpc.bus(:,[PD,QD])/1e3";

  private final Case read;
  private boolean voltage;
  private boolean power;

  Conversions(Case read) {
    this.read = read;
  }

  /**
   * Notes a conversion; returns false for a statement that is none, or comes too early or twice.
   */
  boolean apply(String statement) {
    String bare = statement.replaceAll("\\s", "");
    if (NAMES.contains(bare)) {
      return true;
    }
    switch (bare) {
      case VOLTAGE -> {
        voltage = read.has("bus");
        return voltage;
      }
      case POWER -> {
        power = !Double.isNaN(read.baseMva());
        return power;
      }
      case IMPEDANCE -> {
        boolean first = voltage && power && read.has("branch") && !read.isBranchInOhm();
        read.branchInOhm();
        return first;
      }
      case KILOWATTS -> {
        boolean first = read.has("bus") && !read.isPowerInKw();
        read.powerInKw();
        return first;
      }
      default -> {
        return false;
      }
    }
  }
}
