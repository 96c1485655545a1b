/** What was learnt as files that can be read outside Java: safetensors, and JSON beside them. */
package powergrid.experiment.checkpoint;
