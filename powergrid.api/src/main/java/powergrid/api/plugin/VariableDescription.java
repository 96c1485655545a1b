package powergrid.api.plugin;

import powergrid.api.agent.Visibility;
import powergrid.api.space.Axis;

/**
 * An action or a state variable of a device in words.
 *
 * @param axis its name, unit, and bounds or choices
 * @param start its value at rest, or at the start of an episode; NaN for what the power flow yields
 * @param visibility who sees it
 */
public record VariableDescription(Axis axis, double start, Visibility visibility) {}
