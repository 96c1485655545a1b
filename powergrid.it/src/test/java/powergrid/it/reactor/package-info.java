/**
 * Tests of the reactor itself: what its bundles import and export, and what its reports add up to.
 */
package powergrid.it.reactor;
