package powergrid.networks.pandapower;

import java.nio.file.Path;
import powergrid.api.plugin.Field;

/**
 * The configuration of a network of pandapower.
 *
 * @param path the file that pandapower wrote
 */
public record Pandapower(
    @Field(help = "File that pandapower wrote with to_json (.json)") Path path) {}
