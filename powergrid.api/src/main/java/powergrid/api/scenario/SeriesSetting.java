package powergrid.api.scenario;

import java.util.Optional;
import powergrid.api.dataset.Known;

/**
 * Where a series of a scenario comes from, written under {@code data}.
 *
 * @param name of the series
 * @param place where it stands
 * @param dataset the plug-in
 * @param column of the dataset; the series' own name unless given
 * @param known when agents know it; the column's own unless given
 * @param scale factor on its values
 * @param forecast what agents are told of the intervals ahead; nothing unless given
 */
public record SeriesSetting(
    String name,
    Place place,
    PluginSetting dataset,
    String column,
    Optional<Known> known,
    double scale,
    Optional<ForecastSetting> forecast) {}
