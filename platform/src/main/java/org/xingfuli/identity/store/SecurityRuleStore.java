package org.xingfuli.identity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.model.SecurityRule;

/** What the security administrator sets. */
@Component
public class SecurityRuleStore {

  private static final String COLUMNS =
      "select code, value, unit, least, most, unconfirmed, source, version from identity.security_rule ";

  private final JdbcClient jdbc;

  SecurityRuleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<SecurityRule> all() {
    return jdbc.sql(COLUMNS + "order by code").query(SecurityRuleStore::read).list();
  }

  public Optional<SecurityRule> find(String code) {
    return jdbc.sql(COLUMNS + "where code = ?").param(code).query(SecurityRuleStore::read).optional();
  }

  /** Its value; the rule is part of the schema and always there. */
  public int value(String code) {
    return jdbc.sql("select value from identity.security_rule where code = ?").param(code).query(Integer.class).single();
  }

  /** Sets and confirms it; false when somebody has changed it since the version. */
  public boolean set(String code, int value, int version) {
    return jdbc.sql("""
            update identity.security_rule set value = ?, unconfirmed = false, version = version + 1
            where code = ? and version = ?""")
        .params(value, code, version)
        .update() == 1;
  }

  private static SecurityRule read(ResultSet row, int number) throws SQLException {
    return new SecurityRule(row.getString("code"), row.getInt("value"), SecurityRule.Unit.valueOf(row.getString("unit")),
        row.getInt("least"), row.getInt("most"), row.getBoolean("unconfirmed"), row.getString("source"),
        row.getInt("version"));
  }
}
