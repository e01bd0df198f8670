package org.xingfuli.utilities;

import java.util.Map;
import org.xingfuli.identity.Words;

/** The activities that yearly templates hold. Whoever keeps the templates answers. */
public interface TemplateActivities {

  /** Names by code, in the order of the template. */
  Map<String, Words> known();
}
