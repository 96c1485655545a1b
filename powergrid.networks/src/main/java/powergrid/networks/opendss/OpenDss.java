package powergrid.networks.opendss;

import java.nio.file.Path;
import powergrid.api.plugin.Field;

/**
 * The configuration of a network that an OpenDSS script describes.
 *
 * @param path the script that defines the circuit or compiles the one that does
 */
public record OpenDss(
    @Field(help = "OpenDSS script (.dss) that describes the network") Path path) {}
