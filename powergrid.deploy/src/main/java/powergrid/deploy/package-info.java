/**
 * The plug-in folder: bundles that are installed, replaced and removed as their jars come, change
 * and go. The folder is looked at by polling, which finds a jar within a tenth of a second on any
 * file system; a jar is copied before it is checked, so that what was checked is what runs.
 */
package powergrid.deploy;
