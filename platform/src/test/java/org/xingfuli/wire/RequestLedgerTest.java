package org.xingfuli.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.xingfuli.database.Scope;
import org.xingfuli.database.TestDatabase;
import org.xingfuli.kernel.Refused;
import tools.jackson.databind.json.JsonMapper;

/** The same request twice is one act with one answer. */
class RequestLedgerTest {

  record Answer(UUID id, String name) {}

  private static final TestDatabase DB = TestDatabase.fresh();

  private final RequestLedger ledger = new RequestLedger(DB.jdbc(), JsonMapper.builder().build());
  private final AtomicInteger done = new AtomicInteger();

  private Answer ask(Scope scope, String key, String act) {
    return DB.transactions().as(scope, () -> ledger.once(key, act, Answer.class, () -> {
      done.incrementAndGet();
      return new Answer(UUID.randomUUID(), "望江新村");
    }));
  }

  private static Scope somebody() {
    return new Scope(Scope.Kind.PERSON, UUID.randomUUID(), "计划员", Set.of(), Set.of(), Set.of());
  }

  @Test
  void repeatingARequestReturnsTheSameAnswer() {
    var planner = somebody();
    var first = ask(planner, "key-00000001", "estate.register");
    assertThat(ask(planner, "key-00000001", "estate.register")).isEqualTo(first);
    assertThat(done).hasValue(1);
  }

  @Test
  void anotherPrincipalsKeyIsAnotherRequest() {
    assertThat(ask(somebody(), "key-00000002", "estate.register"))
        .isNotEqualTo(ask(somebody(), "key-00000002", "estate.register"));
  }

  @Test
  void aKeyOfAnotherActIsRefused() {
    var planner = somebody();
    ask(planner, "key-00000003", "estate.register");
    assertThatThrownBy(() -> ask(planner, "key-00000003", "programme.freeze"))
        .isInstanceOf(Refused.class).hasMessageContaining("common.key-reused");
  }

  @Test
  void otherContentUnderTheSameKeyIsRefusedAndTheSameSaidInAnotherOrderIsNot() {
    var planner = somebody();
    var first = posted("/api/estates", "{\"name\":\"望江新村\",\"code\":7}", () -> ask(planner, "key-00000007", "estate.register"));
    assertThat(posted("/api/estates", "{ \"code\": 7, \"name\": \"望江新村\" }", () -> ask(planner, "key-00000007", "estate.register")))
        .isEqualTo(first);
    assertThatThrownBy(() -> posted("/api/estates", "{\"name\":\"学田新村\",\"code\":7}",
        () -> ask(planner, "key-00000007", "estate.register")))
        .isInstanceOf(Refused.class).hasMessageContaining("common.key-other-content");
    assertThatThrownBy(() -> posted("/api/estates/2", "{\"name\":\"望江新村\",\"code\":7}",
        () -> ask(planner, "key-00000007", "estate.register")))
        .as("the same said of something else").isInstanceOf(Refused.class);
    assertThat(done).hasValue(1);
  }

  @Test
  void aRequestWrittenDownBeforeContentWasIsAnsweredAsItWas() {
    var planner = somebody();
    var first = ask(planner, "key-00000008", "estate.register");
    assertThat(posted("/api/estates", "{}", () -> ask(planner, "key-00000008", "estate.register"))).isEqualTo(first);
  }

  private static Answer posted(String path, String body, Supplier<Answer> work) {
    var request = new MockHttpServletRequest("POST", path);
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    try {
      RequestContent.read(request, body.getBytes(StandardCharsets.UTF_8));
      return work.get();
    } finally {
      RequestContextHolder.resetRequestAttributes();
    }
  }

  @Test
  void aFailedActMayBeTriedAgainUnderItsKey() {
    var planner = somebody();
    assertThatThrownBy(() -> DB.transactions().run(planner, () ->
            ledger.once("key-00000004", "estate.register", Answer.class, () -> {
              throw new IllegalStateException("planted");
            })))
        .hasMessage("planted");
    assertThat(ask(planner, "key-00000004", "estate.register").name()).isEqualTo("望江新村");
  }

  @Test
  void eightAtOnceAreOneAct() throws Exception {
    var planner = somebody();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Answer> request = () -> ask(planner, "key-00000005", "estate.register");
      var answers = threads.invokeAll(List.of(request, request, request, request, request, request, request, request));
      assertThat(answers.stream().map(f -> f.resultNow()).distinct()).hasSize(1);
    }
    assertThat(done).hasValue(1);
  }

  @Test
  void outsideATransactionThereIsNoLedger() {
    assertThatThrownBy(() -> ledger.once("key-00000006", "estate.register", String.class, () -> ""))
        .isInstanceOf(IllegalStateException.class);
  }
}
