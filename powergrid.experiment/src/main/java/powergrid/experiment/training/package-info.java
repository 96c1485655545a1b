/** Training: a learner's iterations, what is followed of them, and what is saved to go on from. */
package powergrid.experiment.training;
