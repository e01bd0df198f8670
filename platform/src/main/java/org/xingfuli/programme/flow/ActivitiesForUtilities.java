package org.xingfuli.programme.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.Words;
import org.xingfuli.programme.model.Catalogue;
import org.xingfuli.programme.model.TemplateActivity;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.programme.store.TemplateStore;
import org.xingfuli.utilities.TemplateActivities;

/**
 * Tells the utilities which activities there are: those of every year's template, named as the newest of them names them, and
 * before the first year those that ship with the product.
 */
@Component
class ActivitiesForUtilities implements TemplateActivities {

  private final Transactions transactions;
  private final ProgrammeStore programmes;
  private final TemplateStore templates;

  ActivitiesForUtilities(Transactions transactions, ProgrammeStore programmes, TemplateStore templates) {
    this.transactions = transactions;
    this.programmes = programmes;
    this.templates = templates;
  }

  @Override
  public Map<String, Words> known() {
    var known = new LinkedHashMap<String, Words>();
    transactions.here(() -> programmes.all().stream().map(programme -> templates.activities(programme.id())).toList())
        .forEach(template -> add(known, template));
    if (known.isEmpty()) {
      add(known, Catalogue.activities());
    }
    return known;
  }

  private static void add(Map<String, Words> known, List<TemplateActivity> template) {
    for (var activity : template) {
      known.putIfAbsent(activity.code(), new Words(activity.name().zh(), activity.name().en()));
    }
  }
}
