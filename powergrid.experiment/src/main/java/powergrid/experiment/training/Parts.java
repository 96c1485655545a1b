package powergrid.experiment.training;

import powergrid.api.learning.Tensors;

/** Several sets of tensors in one, each under a prefix. */
final class Parts {
  private Parts() {}

  /** Puts all of a part into the whole. */
  static void put(Tensors whole, String prefix, Tensors part) {
    for (String name : part.names()) {
      String full = prefix + name;
      int[] shape = part.shape(name);
      switch (part.kind(name)) {
        case FLOAT -> whole.put(full, part.floats(name), shape);
        case DOUBLE -> whole.put(full, part.doubles(name), shape);
        case LONG -> whole.put(full, part.longs(name), shape);
        case BYTE -> whole.put(full, part.bytes(name), shape);
      }
    }
    part.notes().forEach((name, text) -> whole.note(prefix + name, text));
  }

  /** Takes a part out of the whole; empty of everything where nothing has the prefix. */
  static Tensors take(Tensors whole, String prefix) {
    Tensors part = new Tensors();
    for (String full : whole.names()) {
      if (full.startsWith(prefix)) {
        String name = full.substring(prefix.length());
        int[] shape = whole.shape(full);
        switch (whole.kind(full)) {
          case FLOAT -> part.put(name, whole.floats(full), shape);
          case DOUBLE -> part.put(name, whole.doubles(full), shape);
          case LONG -> part.put(name, whole.longs(full), shape);
          case BYTE -> part.put(name, whole.bytes(full), shape);
        }
      }
    }
    whole
        .notes()
        .forEach(
            (full, text) -> {
              if (full.startsWith(prefix)) {
                part.note(full.substring(prefix.length()), text);
              }
            });
    return part;
  }
}
