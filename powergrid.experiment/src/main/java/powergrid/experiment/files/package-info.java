/** Files that are whole whenever somebody looks, and of one look. */
package powergrid.experiment.files;
