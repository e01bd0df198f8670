package org.xingfuli.wire;

import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Renders everything that goes wrong behind an endpoint; what nobody foresaw is logged and never shown. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  private final Problems problems;
  private final Answers answers;

  ProblemAdvice(Problems problems, Answers answers) {
    this.problems = problems;
    this.answers = answers;
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

  @ExceptionHandler
  ResponseEntity<Object> disturbed(ConcurrencyFailureException e) {
    return answer(problems.of(List.of(Refusal.of("common.disturbed"))), HttpHeaders.EMPTY);
  }

  /** Says nothing of the key, which may be somebody else's row. */
  @ExceptionHandler
  ResponseEntity<Object> conflict(DataIntegrityViolationException e) {
    LOG.warn("the database refused: {}", Unforeseen.rootOf(e));
    return answer(problems.of(List.of(Refusal.of("common.conflict"))), HttpHeaders.EMPTY);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> unforeseen(Exception e) {
    if (e instanceof IOException) {
      LOG.debug("the client hung up: {}", e.toString());
      return null;
    }
    return answer(problems.of(List.of(Unforeseen.told(e))), HttpHeaders.EMPTY);
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

  private ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
    return answers.answer(problem, headers);
  }
}
