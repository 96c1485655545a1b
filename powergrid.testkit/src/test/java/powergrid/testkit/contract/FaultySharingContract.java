package powergrid.testkit.contract;

import powergrid.api.protocol.HorizontalProtocolFactory;
import powergrid.testkit.Configured;

/**
 * The contract of a horizontal protocol with a fault; run by {@link ProtocolContractTest} alone.
 */
final class FaultySharingContract extends HorizontalProtocolContract<FaultySharing.Settings> {
  static ProtocolFault fault = ProtocolFault.NONE;

  @Override
  protected HorizontalProtocolFactory<FaultySharing.Settings> factory() {
    return new FaultySharing.Factory(fault);
  }

  @Override
  protected FaultySharing.Settings configuration() {
    return Configured.of(FaultySharing.Settings.class).build();
  }

  @Override
  protected boolean conservesPower() {
    return true;
  }
}
