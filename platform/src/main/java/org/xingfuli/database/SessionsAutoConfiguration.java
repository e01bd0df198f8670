package org.xingfuli.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Stands before Spring Session's own repository, which Spring Boot makes only where there is no other; so it comes after it. */
@AutoConfiguration(after = JdbcSessionAutoConfiguration.class)
class SessionsAutoConfiguration {

  /** A process without a web server has no sessions. */
  @Bean
  @Primary
  @ConditionalOnBean(JdbcIndexedSessionRepository.class)
  NotedSessions notedSessions(JdbcIndexedSessionRepository sessions, Transactions transactions) {
    return new NotedSessions(sessions, transactions);
  }

  /** How Spring Session begins its transactions: those of a shared reading are one, every other is one of its own. */
  @Bean("springSessionTransactionOperations")
  TransactionOperations sessionTransactions(PlatformTransactionManager manager) {
    var joining = new TransactionTemplate(manager);
    var own = new TransactionTemplate(manager);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return new TransactionOperations() {
      @Override
      public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
        return (CurrentScope.get().equals(NotedSessions.READING) ? joining : own).execute(action);
      }
    };
  }
}
