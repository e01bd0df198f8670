package org.xingfuli.programme.flow;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.SizeClass;
import org.xingfuli.estate.SizeClassing;
import org.xingfuli.estate.SizeRule;
import org.xingfuli.programme.model.Driver;
import org.xingfuli.programme.model.Quantities;
import org.xingfuli.programme.model.SizeSheet;
import org.xingfuli.programme.store.SizeStore;

/** Classes by the one score sheet there is, estates (asked from below) as well as projects. */
@Component
public class ScoredSize implements SizeClassing {

  private final Transactions transactions;
  private final SizeStore sheets;

  ScoredSize(Transactions transactions, SizeStore sheets) {
    this.transactions = transactions;
    this.sheets = sheets;
  }

  /** By the newest sheet. */
  public SizeSheet.Score score(Quantities quantities, Map<SizeSheet.Fact, BigDecimal> stated) {
    return transactions.here(() -> sheets.newest().score(quantities, stated));
  }

  @Override
  public List<SizeClass> classesOf(List<org.xingfuli.estate.Quantities> estates) {
    var sheet = transactions.here(sheets::newest);
    return estates.stream().map(estate -> {
      var drivers = new EnumMap<Driver, BigDecimal>(Driver.class);
      estate.byDriver().forEach((name, amount) -> drivers.put(Driver.of(name), amount));
      return SizeClass.valueOf(sheet.score(new Quantities(drivers), Map.of()).sizeClass().name());
    }).toList();
  }

  @Override
  public SizeRule rule() {
    var sheet = transactions.here(sheets::newest);
    return new SizeRule(sheet.version(), sheet.threshold(), sheet.unconfirmed(), sheet.source());
  }
}
