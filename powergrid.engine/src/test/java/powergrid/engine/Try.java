package powergrid.engine;
import powergrid.api.environment.*;
class Try {
  public static void main(String[] a) {
    for (String p : new String[] {"none","setpoint","price-signal"}) {
      Environment e = new TestWorkbench().oneMicrogrid(p);
      for (int rep = 0; rep < 6; rep++) {
      long t0 = System.nanoTime(); int n = 0; double cost = 0; int it=0; double minV=9,maxV=0; int viol=0;
      for (int ep = 0; ep < 3000; ep++) {
        Transition t = ep == 0 ? e.reset(1) : e.reset();
        cost = 0;
        while (t.live()) { t = e.step(e.heldActions()); n++; cost += e.view().cost(0); it += e.view().feeders().get(0).solution().iterations();}
      }
      System.out.printf("%s %.0f steps/s cost %.1f agents %s msgs %d iterations %.2f%n", p, n / ((System.nanoTime() - t0) / 1e9), cost, e.possibleAgents(), e.view().messages(), it/(double)n);
      }
      Transition t = e.reset(3);
      System.out.println(e.agents().get(0).observationSpace().size());
      while (t.live()) { t = e.step(e.heldActions()); if (e.view().step()%8==0) System.out.printf("  %d load %.3f price %.1f irr %.0f import %.3f gen %.3f ess %.3f soc %.3f pv %.3f cost %.2f%n", e.view().step(), e.view().series("load"), e.view().series("price"), e.view().series("irradiance"), e.view().netMw(1), e.view().netMw(2), e.view().netMw(3), e.view().state(3,"storage.soc"), e.view().netMw(4), e.view().cost(0)); }
      System.out.println(t.reason());
    }
  }
}
