package org.xingfuli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;

/** In the running platform nobody has to ask for the seal. */
@PlatformTest
class SealedSoonTest {

  @Test
  void anActIsSealedByItself(
      @Autowired Audit audit, @Autowired Transactions transactions, @Autowired JdbcClient jdbc) throws Exception {
    var subject = new Subject("estate", UUID.randomUUID());
    transactions.run(SystemScope.of("test"), () -> audit.record("estate.change", subject, Map.of()));
    var sealed = 0L;
    for (var tries = 0; tries < 200 && sealed == 0; tries++) {
      Thread.sleep(50);
      sealed = jdbc.sql("select count(*) from audit.seal s join audit.entry e on e.id = s.entry_id where e.subject_id = ?")
          .param(subject.id()).query(Long.class).single();
    }
    assertThat(sealed).isEqualTo(1);
  }
}
