/** The commands, for the shell and for the command line. */
package powergrid.console;
