package powergrid.gateway.session;

import java.nio.file.Path;
import powergrid.api.drawing.NetworkDrawing;
import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.scenario.ScenarioReader;

/**
 * What sessions are made of.
 *
 * @param reader of scenarios
 * @param environments made from them
 * @param drawing of networks
 * @param directory that scenarios' paths are relative to
 */
public record Services(
    ScenarioReader reader,
    EnvironmentFactory environments,
    NetworkDrawing drawing,
    Path directory) {}
