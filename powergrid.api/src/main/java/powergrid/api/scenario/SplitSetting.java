package powergrid.api.scenario;

/**
 * How the weeks of a scenario's days are dealt out.
 *
 * @param train share of those to learn from
 * @param validation share of those to choose among what was learnt
 * @param test share of those to report on
 */
public record SplitSetting(double train, double validation, double test) {}
