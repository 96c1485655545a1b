package powergrid.api.scenario;

/**
 * Which variant of an experiment the others are compared with.
 *
 * @param variant its name, as in the table of results
 * @param place where it is said
 */
public record ReferenceSetting(String variant, Place place) {}
