package powergrid.experiment;

import powergrid.api.drawing.NetworkDrawing;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Injections;
import powergrid.api.powerflow.Solution;

/** For environments without networks. */
final class NoDrawing implements NetworkDrawing {
  @Override
  public String svg(Network network, Injections injections, Solution solution) {
    throw new UnsupportedOperationException();
  }

  @Override
  public byte[] png(String svg, int width) {
    throw new UnsupportedOperationException();
  }
}
