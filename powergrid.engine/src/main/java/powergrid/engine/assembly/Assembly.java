package powergrid.engine.assembly;

import java.util.Set;
import powergrid.engine.catalog.Provider;
import powergrid.engine.world.World;

/**
 * What came of an assembly.
 *
 * @param world to be reset
 * @param used the plug-ins in it
 */
public record Assembly(World world, Set<Provider> used) {}
