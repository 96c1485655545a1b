package powergrid.baselines.mpc;

/** What a plan takes the network to be. */
public enum NetworkModel {
  /** Linear about its state after the last step: losses and voltages by what devices inject. */
  LINEAR,
  /** One node: what is injected is not drawn. */
  SINGLE_NODE
}
