/** Tests of what TensorBoard makes of our files. */
package powergrid.experiment.tensorboard;
