/** What is installed: providers of plug-ins as they come and go. */
package powergrid.engine.catalog;
