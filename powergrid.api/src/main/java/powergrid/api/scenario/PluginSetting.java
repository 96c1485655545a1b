package powergrid.api.scenario;

/**
 * A plug-in named in a scenario, written {@code {type: storage, …}} or just {@code storage}.
 *
 * @param type its type
 * @param place where the type stands
 * @param configuration its fields, without {@code type} and what is not the plug-in's own; bound to
 *     the plug-in's record when an environment is assembled
 */
public record PluginSetting(String type, Place place, Setting.Mapping configuration) {}
