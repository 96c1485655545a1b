package powergrid.deploy;

import java.nio.file.Path;
import java.util.List;

/**
 * A jar that passed every check that can be made without installing it.
 *
 * @param file its name in the folder
 * @param copy the bytes that were checked; the reader's to delete
 * @param digest its SHA-256 in hexadecimal
 * @param bundle the symbolic name
 * @param version the bundle's version as written
 * @param imports what it imports
 */
record PluginJar(
    String file, Path copy, String digest, String bundle, String version, List<Clause> imports) {}
