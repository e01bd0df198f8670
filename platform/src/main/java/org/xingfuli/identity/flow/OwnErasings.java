package org.xingfuli.identity.flow;

import java.time.Clock;
import java.time.Instant;
import java.util.function.ToLongFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xingfuli.audit.Audit;
import org.xingfuli.identity.Erasing;
import org.xingfuli.identity.store.ErasureStore;
import org.xingfuli.identity.store.RevealStore;

/** What identity itself keeps of people for a time only. */
@Configuration(proxyBeanMethods = false)
class OwnErasings {

  /** Rows that are simply deleted. */
  private record Rows(String rule, ToLongFunction<Instant> deletes, ToLongFunction<Instant> counts) implements Erasing {
    @Override
    public long erase(Instant before) {
      return deletes.applyAsLong(before);
    }

    @Override
    public long remaining(Instant before) {
      return counts.applyAsLong(before);
    }
  }

  @Bean
  Erasing eraseAttempts(ErasureStore store) {
    return new Rows("RETAIN_SIGN_IN_ATTEMPT", store::eraseAttempts, store::attempts);
  }

  @Bean
  Erasing eraseLinks(ErasureStore store) {
    return new Rows("RETAIN_ONE_TIME_LINK", store::eraseLinks, store::links);
  }

  @Bean
  Erasing eraseLinkRequests(ErasureStore store) {
    return new Rows("RETAIN_LINK_REQUEST", store::eraseLinkRequests, store::linkRequests);
  }

  @Bean
  Erasing eraseReveals(RevealStore store) {
    return new Rows("RETAIN_REVEAL", store::erase, store::remaining);
  }

  /** Names of people long gone; those in the audit go too, while the acts and the chain stay. */
  @Bean
  Erasing eraseDisabledPeople(ErasureStore store, Audit audit, Clock clock) {
    return new Rows("RETAIN_DISABLED_PERSON", before -> {
      var gone = store.disabled(before);
      gone.forEach(person -> {
        store.erasePerson(person, clock.instant());
        audit.forget(person);
      });
      return gone.size();
    }, store::countDisabled);
  }
}
