/** Tests of what checkpoints look like from outside. */
package powergrid.experiment.checkpoint;
