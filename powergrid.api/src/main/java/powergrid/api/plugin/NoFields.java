package powergrid.api.plugin;

/** The configuration of a plug-in that has nothing to configure. */
public record NoFields() {}
