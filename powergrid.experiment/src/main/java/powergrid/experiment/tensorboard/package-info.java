/** Learning curves as TensorBoard reads them. */
package powergrid.experiment.tensorboard;
