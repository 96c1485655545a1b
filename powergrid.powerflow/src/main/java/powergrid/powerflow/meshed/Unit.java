package powergrid.powerflow.meshed;

import powergrid.api.network.Transformer;

/**
 * One unit of a transformer as a two-port between its windings, in per unit of 1 MVA and its rated
 * voltages. Half of its series impedance lies on either side of its no-load admittance: with a = 2
 * / Z and y the latter, the currents are a (a + y) / (2 a + y) times the voltage of the same side
 * less a² / (2 a + y) times that of the other.
 */
final class Unit {
  double fromRe;
  double fromIm;
  double toRe;
  double toIm;
  double mutualRe;
  double mutualIm;

  /** Works the units of a transformer out, which are alike. */
  void of(Transformer t) {
    double mva = t.mva() / t.phases().count();
    double yr = mva * t.gPu();
    double yi = mva * t.bPu();
    double z2 = t.rPu() * t.rPu() + t.xPu() * t.xPu();
    if (z2 == 0) {
      // its ends are joined: all that is left is the no-load admittance
      fromRe = yr;
      fromIm = yi;
      toRe = 0;
      toIm = 0;
      mutualRe = 0;
      mutualIm = 0;
      return;
    }
    double ar = 2 * mva * t.rPu() / z2;
    double ai = -2 * mva * t.xPu() / z2;
    double dr = 2 * ar + yr;
    double di = 2 * ai + yi;
    double d2 = dr * dr + di * di;
    // a / (2 a + y)
    double qr = (ar * dr + ai * di) / d2;
    double qi = (ai * dr - ar * di) / d2;
    fromRe = qr * (ar + yr) - qi * (ai + yi);
    fromIm = qr * (ai + yi) + qi * (ar + yr);
    toRe = fromRe;
    toIm = fromIm;
    mutualRe = qr * ar - qi * ai;
    mutualIm = qr * ai + qi * ar;
  }
}
