/**
 * From a scenario and the plug-ins that are installed to a world, or to all the reasons why not.
 */
package powergrid.engine.assembly;
