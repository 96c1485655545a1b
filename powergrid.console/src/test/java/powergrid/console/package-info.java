/** Tests of the commands, through the command line's door and the shell's. */
package powergrid.console;
