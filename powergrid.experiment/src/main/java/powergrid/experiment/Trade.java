package powergrid.experiment;

import java.time.LocalDateTime;

/**
 * A contract that was made in an episode.
 *
 * @param step from 1
 * @param time when the step begins, by the scenario's clock
 * @param seller id of the agent that injects
 * @param buyer id of the agent that takes
 * @param mw power during the whole step
 * @param usdPerMwh what the buyer pays the seller
 * @param feeUsdPerMwh what each of the two pays who registered it
 */
record Trade(
    int step,
    LocalDateTime time,
    String seller,
    String buyer,
    double mw,
    double usdPerMwh,
    double feeUsdPerMwh) {}
