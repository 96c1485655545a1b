/** What three-phase methods share: branches in per unit, and what is drawn at nodes. */
package powergrid.powerflow.model;
