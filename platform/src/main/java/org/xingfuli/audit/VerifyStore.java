package org.xingfuli.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the chain from end to end without holding it in memory. */
@Repository
class VerifyStore {

  /** Takes one link after the other. */
  interface Visitor {
    void visit(Seal seal, @Nullable Entry entry, boolean personalFits);
  }

  private final JdbcClient jdbc;

  VerifyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void walk(int rowsAtOnce, Visitor visitor) {
    RowCallbackHandler each = row -> {
      var seal = new Seal(row.getLong("number"), row.getObject("entry_id", UUID.class), row.getBytes("content"),
          row.getBytes("hash"), row.getTimestamp("sealed_at").toInstant());
      var entry = row.getObject("id") == null ? null : AuditStore.entry(row);
      visitor.visit(seal, entry, entry == null || personalFits(entry, row));
    };
    jdbc.sql("select s.number, s.entry_id, s.content, s.hash, s.at as sealed_at, p.salt, p.person, p.data, "
            + AuditStore.ENTRY + """
               from audit.seal s left join audit.entry e on e.id = s.entry_id
              left join audit.personal p on p.entry_id = e.id order by s.number""")
        .withFetchSize(rowsAtOnce)
        .query(each);
  }

  private static boolean personalFits(Entry entry, ResultSet row) throws SQLException {
    var salt = row.getBytes("salt");
    return salt == null || VerifyAudit.fits(entry, salt, row.getString("person"), row.getString("data"));
  }

  /** Entries without a seal, whether they still wait for one or were made to look as if they need none. */
  List<Entry> unsealedBefore(Instant moment) {
    return jdbc.sql("select " + AuditStore.ENTRY + """
               from audit.entry e
              where e.at < ? and not exists (select from audit.seal s where s.entry_id = e.id) order by e.id""")
        .param(AuditStore.offset(moment))
        .query((row, n) -> AuditStore.entry(row))
        .list();
  }
}
