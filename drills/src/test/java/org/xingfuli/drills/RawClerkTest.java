package org.xingfuli.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Answers on one connection are read to their end, neither less nor more; and the times they took are told by rank. */
class RawClerkTest {

  @Test
  void answersOfALengthAndInChunksFollowEachOther() throws IOException {
    var in = new ByteArrayInputStream(("HTTP/1.1 201 \r\ncontent-length: 4\r\n\r\nabcd"
        + "HTTP/1.1 503 Busy\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n1a;x=y\r\nabcdefghijklmnopqrstuvwxyz\r\n0\r\n\r\n"
        + "HTTP/1.1 204 \r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    var line = new StringBuilder();
    assertThat(RawClerk.answer(in, line)).isEqualTo(new RawClerk.Answer(201, false));
    assertThat(RawClerk.answer(in, line)).isEqualTo(new RawClerk.Answer(503, false));
    assertThat(RawClerk.answer(in, line)).isEqualTo(new RawClerk.Answer(204, true));
    assertThat(in.available()).isZero();
  }

  @Test
  void ofAHundredTimesTheNinetyNinthIsWhatNinetyNineInAHundredDoNotExceed() {
    var times = new Timings();
    for (long millis = 100; millis >= 1; millis--) {
      times.add(millis * 1_000_000);
    }
    assertThat(times.millis(0.50)).isEqualTo(50);
    assertThat(times.millis(0.99)).isEqualTo(99);
    assertThat(times.millis(1)).isEqualTo(100);
    assertThat(times.perSecond(10)).isEqualTo(10);
    assertThat(new Timings().millis(0.99)).isZero();
  }
}
