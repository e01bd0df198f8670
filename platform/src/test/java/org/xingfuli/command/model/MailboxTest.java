package org.xingfuli.command.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.xingfuli.command.model.News.Anything;
import org.xingfuli.command.model.News.Changed;
import org.xingfuli.command.model.News.Ended;
import org.xingfuli.command.model.News.Reason;
import org.xingfuli.command.model.News.Reported;

/** What waits for a slow reader stays small, and never hides that something changed. */
class MailboxTest {

  private final Mailbox mailbox = new Mailbox(3);

  @Test
  void ofManyChangesOfOneChartTheNewestIsKept() throws InterruptedException {
    var programme = UUID.randomUUID();
    for (var version = 1; version <= 1000; version++) {
      mailbox.put(new Changed(programme, version, 0));
    }
    assertThat(mailbox.size()).isEqualTo(1);
    assertThat(mailbox.take()).isEqualTo(new Changed(programme, 1000, 0));
  }

  @Test
  void differentSubjectsAreToldInTheirOrder() throws InterruptedException {
    var programme = UUID.randomUUID();
    mailbox.put(new Reported(programme));
    mailbox.put(new Changed(programme, 2, 0));
    assertThat(mailbox.take()).isEqualTo(new Reported(programme));
    assertThat(mailbox.take()).isEqualTo(new Changed(programme, 2, 0));
  }

  @Test
  void whenThereIsTooMuchItBecomesOneWordThatAnythingMayHaveChanged() throws InterruptedException {
    for (var number = 0; number < 4; number++) {
      mailbox.put(new Changed(UUID.randomUUID(), 1, 0));
    }
    assertThat(mailbox.size()).isEqualTo(1);
    assertThat(mailbox.take()).isEqualTo(new Anything());
  }

  @Test
  void theEndGoesBeforeAllThatWaitsAndNothingFollows() throws InterruptedException {
    mailbox.put(new Reported(UUID.randomUUID()));
    mailbox.put(new Ended(Reason.NO_RIGHT));
    mailbox.put(new Anything());
    mailbox.put(new Ended(Reason.STOPPING));
    assertThat(mailbox.size()).isEqualTo(1);
    assertThat(mailbox.take()).isEqualTo(new Ended(Reason.NO_RIGHT));
  }
}
