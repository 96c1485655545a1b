package powergrid.scenario;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import powergrid.api.plugin.FieldDescription;
import powergrid.api.scenario.ConfigurationBinder;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Setting;
import powergrid.scenario.binding.RecordType;
import powergrid.scenario.value.Bounds;

/** Binds by reflection, anew at every call, so that no class of a plug-in is kept. */
@Component
public final class RecordConfigurationBinder implements ConfigurationBinder {
  @Override
  public <C extends Record> Optional<C> bind(
      Setting.Mapping settings, Class<C> type, List<Mistake> mistakes) {
    return RecordType.of(type).read(settings, Bounds.NONE, mistakes);
  }

  @Override
  public Setting.Mapping complete(Setting.Mapping settings, Class<? extends Record> type) {
    return RecordType.of(type).completed(settings);
  }

  @Override
  public Setting.Mapping example(Class<? extends Record> type) {
    return RecordType.of(type).example();
  }

  @Override
  public List<FieldDescription> describe(Class<? extends Record> type) {
    return RecordType.of(type).fields();
  }
}
