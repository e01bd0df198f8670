package org.xingfuli.command.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.command.model.FigureRule;
import org.xingfuli.command.model.Measure;
import org.xingfuli.programme.Words;

/** How the figures are counted: configuration of the whole district. */
@Component
public class FigureRuleStore {

  private final JdbcClient jdbc;

  FigureRuleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<FigureRule> all() {
    return jdbc.sql("select * from command.figure order by kind, parent nulls first, position, code")
        .query(FigureRuleStore::rule).list();
  }

  public List<FigureRule> of(FigureRule.Kind kind) {
    return all().stream().filter(rule -> rule.kind() == kind).toList();
  }

  public Optional<FigureRule> find(FigureRule.Kind kind, String code) {
    return jdbc.sql("select * from command.figure where kind = ? and code = ?").params(kind.name(), code)
        .query(FigureRuleStore::rule).optional();
  }

  /** Writes what may be edited; nothing when somebody was faster. */
  public boolean update(FigureRule rule) {
    return jdbc.sql("""
        update command.figure set name_zh = ?, name_en = ?, parts = ?, weight = ?, threshold = ?, least = ?,
          unconfirmed = ?, source = ?, version = version + 1
        where kind = ? and code = ? and version = ?""")
        .params(rule.name().zh(), rule.name().en(), rule.parts(), rule.weight(), rule.threshold(), rule.least(),
            rule.unconfirmed(), rule.source(), rule.kind().name(), rule.code(), rule.version())
        .update() == 1;
  }

  private static FigureRule rule(ResultSet row, int number) throws SQLException {
    return new FigureRule(
        FigureRule.Kind.valueOf(row.getString("kind")), row.getString("code"), row.getString("parent"),
        row.getInt("position"), Words.of(row.getString("name_zh"), row.getString("name_en")),
        Measure.valueOf(row.getString("measure")), row.getString("parts"),
        FigureRule.Amount.valueOf(row.getString("amount")), FigureRule.Span.valueOf(row.getString("span")),
        Words.of(row.getString("unit_zh"), row.getString("unit_en")), row.getDouble("weight"), row.getInt("threshold"),
        row.getInt("least"), row.getBoolean("unconfirmed"), row.getString("source"), row.getInt("version"));
  }
}
