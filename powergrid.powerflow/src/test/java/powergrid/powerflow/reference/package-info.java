/** Networks drawn at random, and an independent solution to compare with. */
package powergrid.powerflow.reference;
