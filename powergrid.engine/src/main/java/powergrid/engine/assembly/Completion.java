package powergrid.engine.assembly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import powergrid.api.plugin.PluginKind;
import powergrid.api.scenario.AttachSetting;
import powergrid.api.scenario.ChannelSetting;
import powergrid.api.scenario.ConfigurationBinder;
import powergrid.api.scenario.DeviceSetting;
import powergrid.api.scenario.EventSetting;
import powergrid.api.scenario.ExperimentSetting;
import powergrid.api.scenario.ForecastSetting;
import powergrid.api.scenario.LearnSetting;
import powergrid.api.scenario.LinkSetting;
import powergrid.api.scenario.MicrogridSetting;
import powergrid.api.scenario.NetworkSetting;
import powergrid.api.scenario.Place;
import powergrid.api.scenario.PluginSetting;
import powergrid.api.scenario.RewardSetting;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.ScenarioException;
import powergrid.api.scenario.SeriesSetting;
import powergrid.api.scenario.Setting;
import powergrid.api.scenario.SplitSetting;
import powergrid.api.scenario.SystemSetting;
import powergrid.api.scenario.ThresholdSetting;
import powergrid.api.scenario.Variation;
import powergrid.engine.catalog.PluginRegistry;

/** Writes a scenario out with every default filled in, those of plug-ins included. */
public final class Completion {
  private static final Place NOWHERE = new Place("", 0, 0, "");

  private final Workshop workshop;

  private Completion(Workshop workshop) {
    this.workshop = workshop;
  }

  /**
   * Completes a scenario.
   *
   * @param scenario without mistakes
   * @param registry what is installed
   * @param binder binds configurations
   * @return all its settings, in the order that its documentation has
   * @throws ScenarioException if it has mistakes after all
   */
  public static Setting.Mapping complete(
      Scenario scenario, PluginRegistry registry, ConfigurationBinder binder) {
    try (Workshop workshop = new Workshop(registry, binder)) {
      Setting.Mapping complete = new Completion(workshop).scenario(scenario);
      workshop.requireSound();
      return complete;
    }
  }

  private Setting.Mapping scenario(Scenario s) {
    Map<String, Setting> fields = new LinkedHashMap<>();
    fields.put("name", text(s.name()));
    Map<String, Setting> clock = new LinkedHashMap<>();
    clock.put("start", text(s.clock().start().toString()));
    clock.put("step", text(s.clock().step().toString()));
    clock.put("steps", number(s.clock().steps()));
    clock.put("days", number(s.clock().days()));
    fields.put("clock", mapping(clock));
    s.network().ifPresent(n -> fields.put("network", network(n)));
    if (!s.protocols().isEmpty()) {
      List<Setting> protocols = new ArrayList<>();
      s.protocols().forEach(p -> protocols.add(plugin(PluginKind.HORIZONTAL_PROTOCOL, p)));
      fields.put("protocol", protocols.size() == 1 ? protocols.get(0) : list(protocols));
      fields.put("channel", channel(s.channel()));
    }
    s.powerFlow().ifPresent(p -> fields.put("powerFlow", text(p)));
    if (!s.events().isEmpty()) {
      fields.put("events", list(s.events().stream().map(Completion::event).toList()));
    }
    if (!s.data().isEmpty() || s.split().isPresent()) {
      Map<String, Setting> data = new LinkedHashMap<>();
      s.split().ifPresent(split -> data.put("split", split(split)));
      s.data().forEach(d -> data.put(d.name(), series(d)));
      fields.put("data", mapping(data));
    }
    s.system().ifPresent(system -> fields.put("system", system(system)));
    if (!s.deciders().isEmpty()) {
      fields.put(
          "deciders",
          list(
              s.deciders().stream()
                  .sorted()
                  .map(level -> level.name().toLowerCase(Locale.ROOT))
                  .map(level -> text(level.equals("system") ? level : level + "s"))
                  .toList()));
    }
    fields.put("microgrids", list(s.microgrids().stream().map(this::grid).toList()));
    fields.put("actions", text(s.actions().name().toLowerCase(Locale.ROOT)));
    fields.put(
        "reward",
        s.rewards().size() == 1
            ? reward(s.rewards().get(0))
            : list(s.rewards().stream().map(this::reward).toList()));
    fields.put("valueOfLostLoad", number(s.valueOfLostLoad()));
    s.policy().ifPresent(p -> fields.put("policy", plugin(PluginKind.POLICY, p)));
    s.learn().ifPresent(l -> fields.put("learn", learn(l)));
    fields.put("experiment", experiment(s));
    return mapping(fields);
  }

  private static Setting split(SplitSetting s) {
    Map<String, Setting> fields = new LinkedHashMap<>();
    fields.put("train", number(s.train()));
    fields.put("validation", number(s.validation()));
    fields.put("test", number(s.test()));
    return mapping(fields);
  }

  private Setting reward(RewardSetting s) {
    Setting plugin = plugin(PluginKind.REWARD, s.plugin());
    if (s.weight() == 1) {
      return plugin;
    }
    Map<String, Setting> fields = new LinkedHashMap<>();
    fields.put("type", text(s.plugin().type()));
    fields.put("weight", number(s.weight()));
    if (plugin instanceof Setting.Mapping own) {
      own.fields().forEach(fields::putIfAbsent);
    }
    return mapping(fields);
  }

  private Setting learn(LearnSetting s) {
    Map<String, Setting> fields = new LinkedHashMap<>();
    fields.put("type", text(s.learner().type()));
    fields.put("steps", number(s.steps()));
    fields.put("credit", text(s.credit().name().toLowerCase(Locale.ROOT)));
    if (s.validateEvery() > 0) {
      Map<String, Setting> validate = new LinkedHashMap<>();
      validate.put("every", number(s.validateEvery()));
      validate.put("episodes", number(s.validationEpisodes()));
      validate.put("patience", number(s.patience()));
      fields.put("validate", mapping(validate));
    }
    s.timeLimit().ifPresent(limit -> fields.put("timeLimit", text(limit.toString())));
    workshop
        .complete(PluginKind.LEARNER, s.learner())
        .ifPresent(own -> fields.putAll(own.fields()));
    return mapping(fields);
  }

  private Setting series(SeriesSetting s) {
    Map<String, Setting> fields = new LinkedHashMap<>();
    fields.put("dataset", plugin(PluginKind.DATASET, s.dataset()));
    fields.put("column", text(s.column()));
    s.known().ifPresent(k -> fields.put("known", text(k.name().toLowerCase(Locale.ROOT))));
    fields.put("scale", number(s.scale()));
    s.forecast().ifPresent(f -> fields.put("forecast", forecast(f)));
    return mapping(fields);
  }

  private static Setting forecast(ForecastSetting s) {
    Map<String, Setting> fields = new LinkedHashMap<>();
    fields.put("horizon", text(s.horizon().toString()));
    fields.put("step", text(s.step().toString()));
    fields.put("error", number(s.error()));
    return mapping(fields);
  }

  private Setting grid(MicrogridSetting s) {
    Map<String, Setting> fields = new LinkedHashMap<>();
    fields.put("id", text(s.id()));
    s.network().ifPresent(n -> fields.put("network", network(n)));
    s.attach().ifPresent(a -> fields.put("attach", attach(a)));
    fields.put("protocol", plugin(PluginKind.VERTICAL_PROTOCOL, s.protocol()));
    fields.put("channel", mapping(link(s.link())));
    s.policy().ifPresent(p -> fields.put("policy", plugin(PluginKind.POLICY, p)));
    fields.put("devices", list(s.devices().stream().map(this::device).toList()));
    return mapping(fields);
  }

  private Setting system(SystemSetting s) {
    Map<String, Setting> fields = new LinkedHashMap<>();
    fields.put("id", text(s.id()));
    fields.put("protocol", plugin(PluginKind.VERTICAL_PROTOCOL, s.protocol()));
    fields.put("channel", mapping(link(s.link())));
    s.policy().ifPresent(p -> fields.put("policy", plugin(PluginKind.POLICY, p)));
    return mapping(fields);
  }

  private Setting network(NetworkSetting s) {
    Map<String, Setting> fields = new LinkedHashMap<>();
    fields.put("type", text(s.plugin().type()));
    fields.put("loadScale", number(s.loadScale()));
    fields.put("capacitorScale", number(s.capacitorScale()));
    fields.put("controls", text(s.controlled() ? "controlled" : "fixed"));
    workshop.complete(PluginKind.NETWORK, s.plugin()).ifPresent(own -> fields.putAll(own.fields()));
    return mapping(fields);
  }

  private static Setting attach(AttachSetting s) {
    Map<String, Setting> fields = new LinkedHashMap<>();
    fields.put("bus", text(s.bus()));
    if (!Double.isNaN(s.mva())) {
      fields.put("mva", number(s.mva()));
      fields.put("rPercent", number(s.rPercent()));
      fields.put("xPercent", number(s.xPercent()));
    }
    fields.put("closed", new Setting.Scalar(NOWHERE, String.valueOf(s.closed()), false));
    s.gridForming()
        .ifPresent(
            f -> {
              Map<String, Setting> forming = new LinkedHashMap<>();
              forming.put("voltagePu", number(f.voltagePu()));
              if (f.mva() < Double.POSITIVE_INFINITY) {
                forming.put("mva", number(f.mva()));
              }
              fields.put("gridForming", mapping(forming));
            });
    return mapping(fields);
  }

  private static Setting channel(ChannelSetting s) {
    Map<String, Setting> fields = new LinkedHashMap<>();
    fields.put("topology", text(s.topology().name().toLowerCase(Locale.ROOT)));
    if (s.topology() == ChannelSetting.Topology.EDGES) {
      fields.put(
          "edges",
          list(
              s.edges().stream()
                  .map(e -> list(e.stream().map(Completion::text).toList()))
                  .toList()));
    }
    fields.putAll(link(s.link()));
    fields.put("round", text(s.round().toString()));
    return mapping(fields);
  }

  private static Map<String, Setting> link(LinkSetting s) {
    Map<String, Setting> fields = new LinkedHashMap<>();
    fields.put("latency", text(s.latency().toString()));
    fields.put("jitter", text(s.jitter().toString()));
    fields.put("loss", number(s.loss()));
    if (s.bitsPerSecond() < Double.POSITIVE_INFINITY) {
      fields.put("bandwidth", number(s.bitsPerSecond()));
    }
    s.staleAfter().ifPresent(age -> fields.put("staleAfter", text(age.toString())));
    if (!s.outages().isEmpty()) {
      fields.put("outages", list(s.outages().stream().map(Completion::outage).toList()));
    }
    s.bursts().ifPresent(b -> fields.put("bursts", burst(b)));
    fields.put("window", text(s.window().toString()));
    return fields;
  }

  private static Setting burst(LinkSetting.BurstSetting s) {
    Map<String, Setting> fields = new LinkedHashMap<>();
    fields.put("every", text(s.every().toString()));
    fields.put("lasting", text(s.lasting().toString()));
    return mapping(fields);
  }

  private static Setting outage(LinkSetting.OutageSetting s) {
    Map<String, Setting> fields = new LinkedHashMap<>();
    fields.put("at", text(s.at().toString()));
    fields.put("lasting", text(s.lasting().toString()));
    if (!s.agents().isEmpty()) {
      fields.put("agents", list(s.agents().stream().map(Completion::text).toList()));
    }
    return mapping(fields);
  }

  private static Setting event(EventSetting s) {
    Map<String, Setting> fields = new LinkedHashMap<>();
    fields.put("at", text(s.at().toString()));
    fields.put(s.close() ? "close" : "open", text(s.branch()));
    return mapping(fields);
  }

  private Setting device(DeviceSetting s) {
    Map<String, Setting> fields = new LinkedHashMap<>();
    fields.put("id", text(s.id()));
    fields.put("type", text(s.plugin().type()));
    fields.put("bus", text(s.bus()));
    given(s.phases()).ifPresent(p -> fields.put("phases", text(p)));
    given(s.connection()).ifPresent(c -> fields.put("connection", text(c)));
    s.shedPriority().ifPresent(p -> fields.put("shedPriority", text(Integer.toString(p))));
    s.policy().ifPresent(p -> fields.put("policy", plugin(PluginKind.POLICY, p)));
    workshop.complete(PluginKind.DEVICE, s.plugin()).ifPresent(own -> fields.putAll(own.fields()));
    return mapping(fields);
  }

  private static Optional<String> given(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private Setting experiment(Scenario s) {
    Map<String, Setting> fields = new LinkedHashMap<>();
    if (!s.experiment().vary().isEmpty()) {
      fields.put("vary", vary(s.experiment().vary()));
    }
    fields.put(
        "seeds",
        list(s.experiment().seeds().stream().map(seed -> (Setting) number(seed)).toList()));
    fields.put("evaluate", mapping(Map.of("episodes", number(s.experiment().episodes()))));
    s.experiment()
        .baselines()
        .ifPresent(
            those -> fields.put("baselines", list(those.stream().map(this::baseline).toList())));
    fields.put(
        "metrics",
        list(s.experiment().metrics().stream().map(m -> plugin(PluginKind.METRIC, m)).toList()));
    s.experiment().reference().ifPresent(r -> fields.put("reference", text(r.variant())));
    s.experiment().threshold().ifPresent(t -> fields.put("threshold", threshold(t)));
    return mapping(fields);
  }

  /** By path, if each changes by itself. */
  private static Setting vary(List<Variation> vary) {
    if (vary.stream().anyMatch(v -> v.paths().size() > 1)) {
      return list(vary.get(0).choices().stream().map(Completion::mapping).toList());
    }
    Map<String, Setting> fields = new LinkedHashMap<>();
    for (Variation v : vary) {
      v.paths().forEach(path -> fields.put(path, list(v.values(path))));
    }
    return mapping(fields);
  }

  private static Setting threshold(ThresholdSetting s) {
    return s.value().isPresent()
        ? number(s.value().getAsDouble())
        : text(ThresholdSetting.HALF_WAY);
  }

  /** A policy, or the one baseline that is none. */
  private Setting baseline(PluginSetting s) {
    return s.type().equals(ExperimentSetting.CLAIRVOYANT)
        ? text(s.type())
        : plugin(PluginKind.POLICY, s);
  }

  private Setting plugin(PluginKind kind, PluginSetting setting) {
    Map<String, Setting> fields = new LinkedHashMap<>();
    fields.put("type", text(setting.type()));
    workshop.complete(kind, setting).ifPresent(own -> fields.putAll(own.fields()));
    return fields.size() == 1 ? text(setting.type()) : mapping(fields);
  }

  private static Setting.Mapping mapping(Map<String, Setting> fields) {
    return new Setting.Mapping(NOWHERE, fields);
  }

  private static Setting list(List<? extends Setting> items) {
    return new Setting.Sequence(NOWHERE, List.copyOf(items));
  }

  private static Setting.Scalar text(String text) {
    return new Setting.Scalar(NOWHERE, text, true);
  }

  private static Setting.Scalar number(Number number) {
    String text = number.toString();
    return new Setting.Scalar(
        NOWHERE, text.endsWith(".0") ? text.substring(0, text.length() - 2) : text, false);
  }
}
