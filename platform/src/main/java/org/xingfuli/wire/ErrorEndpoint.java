package org.xingfuli.wire;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Public;
import org.xingfuli.kernel.Refusal;

/**
 * The last resort: what failed before any endpoint was reached, for instance while the session was read. It is told like a
 * failure behind an endpoint, and nothing else of it.
 */
@RestController
class ErrorEndpoint implements ErrorController {

  private final Problems problems;
  private final Answers answers;

  ErrorEndpoint(Problems problems, Answers answers) {
    this.problems = problems;
    this.answers = answers;
  }

  @RequestMapping("/error")
  @Public(because = "an error must be told to whoever ran into it")
  ResponseEntity<Object> error(HttpServletRequest request) {
    return answers.answer(problems.of(List.of(why(request))), HttpHeaders.EMPTY);
  }

  private static Refusal why(HttpServletRequest request) {
    var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
    return status >= 500 && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
            && !(failure instanceof IOException) // somebody hung up
        ? Unforeseen.told(failure)
        : Validation.byStatus(status);
  }
}
