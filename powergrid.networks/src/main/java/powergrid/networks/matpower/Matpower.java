package powergrid.networks.matpower;

import java.nio.file.Path;
import powergrid.api.plugin.Field;

/**
 * The configuration of a network that a MATPOWER case describes.
 *
 * @param path the case file
 */
public record Matpower(@Field(help = "MATPOWER case file, format 2 (.m)") Path path) {}
