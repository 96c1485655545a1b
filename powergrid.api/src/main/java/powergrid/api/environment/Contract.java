package powergrid.api.environment;

/**
 * A contract for a step's energy.
 *
 * @param seller index of the agent that injects
 * @param buyer index of the agent that takes
 * @param mw power during the whole step
 * @param usdPerMwh what the buyer pays the seller
 * @param registrar index of the agent that registered it
 * @param feeUsdPerMwh what each of the two pays the registrar
 */
public record Contract(
    int seller, int buyer, double mw, double usdPerMwh, int registrar, double feeUsdPerMwh) {}
