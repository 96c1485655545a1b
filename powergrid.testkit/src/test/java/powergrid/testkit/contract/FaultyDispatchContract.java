package powergrid.testkit.contract;

import powergrid.api.protocol.VerticalProtocolFactory;
import powergrid.testkit.Configured;

/** The contract of a vertical protocol with a fault; run by {@link ProtocolContractTest} alone. */
final class FaultyDispatchContract extends VerticalProtocolContract<FaultyDispatch.Settings> {
  static ProtocolFault fault = ProtocolFault.NONE;

  @Override
  protected VerticalProtocolFactory<FaultyDispatch.Settings> factory() {
    return new FaultyDispatch.Factory(fault);
  }

  @Override
  protected FaultyDispatch.Settings configuration() {
    return Configured.of(FaultyDispatch.Settings.class).build();
  }

  @Override
  protected boolean conservesPower() {
    return true;
  }
}
