/** Three-phase power flow of networks of every shape by current injection. */
package powergrid.powerflow.meshed;
