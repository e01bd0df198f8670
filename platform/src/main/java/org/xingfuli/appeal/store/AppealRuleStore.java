package org.xingfuli.appeal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.AnnouncementKind;
import org.xingfuli.appeal.model.Explaining;
import org.xingfuli.appeal.model.ExplainingRule;
import org.xingfuli.appeal.model.RecheckRule;

/**
 * Keeps what may explain which class of appeals, and how many closed ones are drawn. The schema puts the open appeals of a class down to
 * be looked at again whenever its rule is written.
 */
@Component
public class AppealRuleStore {

  private final JdbcClient jdbc;

  AppealRuleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<Explaining.Rule> explaining() {
    return rows().stream().map(ExplainingRule::rule).toList();
  }

  /** By class, the outages before the works. */
  public List<ExplainingRule> rows() {
    return jdbc.sql("select * from appeal.explaining_rule order by class_code, kind").query(AppealRuleStore::row).list();
  }

  public Optional<ExplainingRule> find(String classCode, AnnouncementKind kind) {
    return jdbc.sql("select * from appeal.explaining_rule where class_code = ? and kind = ?").params(classCode, kind.name())
        .query(AppealRuleStore::row).optional();
  }

  /** False when there is one already. */
  public boolean insert(ExplainingRule wanted) {
    var rule = wanted.rule();
    return jdbc.sql("""
            insert into appeal.explaining_rule (class_code, kind, below, what, hours_after, source, unconfirmed)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
        .params(rule.classCode(), rule.kind().name(), rule.below(), rule.what().toArray(String[]::new), rule.hoursAfter(),
            wanted.source(), rule.unconfirmed()).update() == 1;
  }

  /** False when it is not the version that was seen any more. */
  public boolean update(ExplainingRule wanted) {
    var rule = wanted.rule();
    return jdbc.sql("""
            update appeal.explaining_rule set below = ?, what = ?, hours_after = ?, source = ?, unconfirmed = ?, version = version + 1
            where class_code = ? and kind = ? and version = ?""")
        .params(rule.below(), rule.what().toArray(String[]::new), rule.hoursAfter(), wanted.source(), rule.unconfirmed(),
            rule.classCode(), rule.kind().name(), wanted.version()).update() == 1;
  }

  /** False when it is not the version that was seen any more. */
  public boolean remove(String classCode, AnnouncementKind kind, int version) {
    return jdbc.sql("delete from appeal.explaining_rule where class_code = ? and kind = ? and version = ?")
        .params(classCode, kind.name(), version).update() == 1;
  }

  public RecheckRule recheck() {
    return jdbc.sql("select * from appeal.recheck_rule").query((row, n) -> new RecheckRule(row.getInt("share"), row.getInt("least"),
        row.getInt("days"), row.getString("source"), row.getBoolean("unconfirmed"), row.getInt("version"))).single();
  }

  /** False when it is not the version that was seen any more. */
  public boolean update(RecheckRule wanted) {
    return jdbc.sql("""
            update appeal.recheck_rule set share = ?, least = ?, days = ?, source = ?, unconfirmed = ?, version = version + 1
            where version = ?""")
        .params(wanted.share(), wanted.least(), wanted.days(), wanted.source(), wanted.unconfirmed(), wanted.version()).update() == 1;
  }

  private static ExplainingRule row(ResultSet row, int number) throws SQLException {
    return new ExplainingRule(new Explaining.Rule(row.getString("class_code"), row.getBoolean("below"),
        AnnouncementKind.valueOf(row.getString("kind")), List.of((String[]) row.getArray("what").getArray()), row.getInt("hours_after"),
        row.getBoolean("unconfirmed")), row.getString("source"), row.getInt("version"));
  }
}
