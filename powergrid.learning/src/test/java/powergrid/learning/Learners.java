package powergrid.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.learning.Iteration;
import powergrid.api.learning.Learner;
import powergrid.api.learning.Tensors;

/** What is asked of every learner. */
public final class Learners {
  private Learners() {}

  /** That two are the same to the last bit. */
  public static void assertSame(Learner a, Learner b) {
    Tensors[] left = {new Tensors(), new Tensors()};
    Tensors[] right = {new Tensors(), new Tensors()};
    a.save(left[0], left[1]);
    b.save(right[0], right[1]);
    for (int i = 0; i < 2; i++) {
      assertEquals(left[i].notes(), right[i].notes());
      List<String> names = new ArrayList<>();
      left[i].names().forEach(names::add);
      assertEquals(names.toString(), right[i].names().toString());
      for (String name : names) {
        switch (left[i].kind(name)) {
          case FLOAT -> assertArrayEquals(left[i].floats(name), right[i].floats(name), name);
          case DOUBLE -> assertArrayEquals(left[i].doubles(name), right[i].doubles(name), name);
          case LONG -> assertArrayEquals(left[i].longs(name), right[i].longs(name), name);
          default -> assertArrayEquals(left[i].bytes(name), right[i].bytes(name), name);
        }
      }
    }
  }

  /** That one that was saved after half of the iterations goes on as one that was not. */
  public static void assertResumes(java.util.function.Supplier<Learner> learners, int half) {
    Learner whole = learners.get();
    List<Iteration> expected = new ArrayList<>();
    for (int i = 0; i < 2 * half; i++) {
      expected.add(whole.learn());
    }
    Learner first = learners.get();
    for (int i = 0; i < half; i++) {
      assertEquals(expected.get(i), first.learn());
    }
    Tensors policy = new Tensors();
    Tensors training = new Tensors();
    first.save(policy, training);
    Learner second = learners.get();
    second.restore(policy, training);
    for (int i = half; i < 2 * half; i++) {
      assertEquals(expected.get(i), second.learn());
    }
    assertSame(whole, second);
  }
}
