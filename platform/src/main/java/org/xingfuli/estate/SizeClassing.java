package org.xingfuli.estate;

import java.util.List;

/**
 * Says what class an estate has. What makes a renovation easy is the programme's matter, which stands above; so it brings
 * the rule, of which there is one for estates and projects alike.
 */
public interface SizeClassing {

  /** The classes of estates with these quantities, in their order. */
  List<SizeClass> classesOf(List<Quantities> estates);

  /** What it rests on. */
  SizeRule rule();
}
