package org.xingfuli.wire;

import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;

/** Renders everything that goes wrong behind an endpoint; what nobody foresaw is logged and never shown. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  private final Problems problems;

  ProblemAdvice(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  ResponseEntity<Object> refused(Refused refused) {
    return answer(problems.of(refused.refusals()), HttpHeaders.EMPTY);
  }

  @ExceptionHandler
  ResponseEntity<Object> invalid(ConstraintViolationException e) {
    return answer(problems.of(Refusal.of("common.invalid"), Validation.faults(e)), HttpHeaders.EMPTY);
  }

  /** Left to the security chain, which knows whether signing in would help. */
  @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
  ResponseEntity<Object> security(RuntimeException e) {
    throw e;
  }

  @ExceptionHandler({DataAccessResourceFailureException.class, TransactionException.class})
  ResponseEntity<Object> databaseAway(Exception e) {
    LOG.warn("the database did not answer: {}", rootOf(e));
    var retry = new HttpHeaders();
    retry.set(HttpHeaders.RETRY_AFTER, "2");
    return answer(problems.of(List.of(Refusal.of("common.database-away"))), retry);
  }

  @ExceptionHandler
  ResponseEntity<Object> disturbed(ConcurrencyFailureException e) {
    return answer(problems.of(List.of(Refusal.of("common.disturbed"))), HttpHeaders.EMPTY);
  }

  /** Says nothing of the key, which may be somebody else's row. */
  @ExceptionHandler
  ResponseEntity<Object> conflict(DataIntegrityViolationException e) {
    LOG.warn("the database refused: {}", rootOf(e));
    return answer(problems.of(List.of(Refusal.of("common.conflict"))), HttpHeaders.EMPTY);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> unforeseen(Exception e) {
    if (e instanceof IOException) {
      LOG.debug("the client hung up: {}", e.toString());
      return null;
    }
    if (lostConnection(e)) {
      return databaseAway(e);
    }
    var incident = UuidV7.create();
    LOG.error("incident {}", incident, e);
    return answer(problems.of(List.of(Refusal.of("common.internal", Map.of("incident", incident)))), HttpHeaders.EMPTY);
  }

  @Override
  protected ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return answer(problems.of(Refusal.of("common.invalid"), Validation.faults(e.getBindingResult())), headers);
  }

  @Override
  protected ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return answer(problems.of(Refusal.of("common.invalid"), Validation.faults(e)), headers);
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return answer(problems.of(List.of(Validation.unreadable(e))), headers);
  }

  /** Whatever else Spring refuses, told by its status alone. */
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return answer(problems.of(List.of(Validation.byStatus(status.value(), e))), headers);
  }

  private static boolean lostConnection(@Nullable Throwable e) {
    for (var cause = e; cause != null; cause = cause.getCause()) {
      // Class 08: connection exception; 57P0x: the server is shutting down or starting up.
      if (cause instanceof SQLException sql && sql.getSQLState() != null
          && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P0"))) {
        return true;
      }
    }
    return false;
  }

  private static String rootOf(Throwable e) {
    var root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + (root instanceof SQLException sql ? " " + sql.getSQLState() : "");
  }

  private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
    return ResponseEntity.status(problem.status())
        .headers(headers)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
