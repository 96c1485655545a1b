package powergrid.datasets.synthetic;

import org.osgi.service.component.annotations.Component;
import powergrid.api.dataset.Dataset;
import powergrid.api.dataset.DatasetFactory;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;

/** Makes synthetic datasets. */
@Component(service = DatasetFactory.class)
@PluginType("synthetic")
@PluginHelp("seeded load, sun, price, temperature, wind speed and arrivals of electric vehicles")
public final class SyntheticFactory implements DatasetFactory<SyntheticSettings> {
  @Override
  public Class<SyntheticSettings> configType() {
    return SyntheticSettings.class;
  }

  @Override
  public Dataset create(SyntheticSettings configuration) {
    return new Synthetic(configuration);
  }
}
