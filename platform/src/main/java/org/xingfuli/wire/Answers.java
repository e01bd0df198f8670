package org.xingfuli.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Turns a problem into an answer: ours, or in the form of the protocol the request speaks. */
@Component
class Answers {

  /** How long a client does well to wait before it asks a platform again that is too busy or without its database. */
  private static final String RETRY_SECONDS = "2";

  private final List<ForeignErrors> foreign;

  @Autowired
  Answers(ObjectProvider<ForeignErrors> foreign) {
    this(foreign.orderedStream().toList());
  }

  Answers(List<ForeignErrors> foreign) {
    this.foreign = foreign;
  }

  Optional<ForeignErrors.Told> foreign(@Nullable HttpServletRequest request, Problem problem) {
    return request == null ? Optional.empty() : foreign.stream().filter(one -> one.speaks(request)).findFirst()
        .map(one -> one.tell(request, problem));
  }

  ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
    var told = foreign(running(), problem);
    var answer = ResponseEntity.status(told.map(ForeignErrors.Told::status).orElse(problem.status()))
        .headers(headers)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .contentType(told.map(ForeignErrors.Told::type).orElse(MediaType.APPLICATION_PROBLEM_JSON));
    if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
      answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    return answer.body(told.<Object>map(ForeignErrors.Told::body).orElse(problem));
  }

  private static @Nullable HttpServletRequest running() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes running ? running.getRequest() : null;
  }
}
