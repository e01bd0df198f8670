package org.xingfuli.wire;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Public;

/** The last resort: what failed before any endpoint was reached is told by its status, and by nothing else. */
@RestController
class ErrorEndpoint implements ErrorController {

  private final Problems problems;

  ErrorEndpoint(Problems problems) {
    this.problems = problems;
  }

  @RequestMapping("/error")
  @Public(because = "an error must be told to whoever ran into it")
  ResponseEntity<Problem> error(HttpServletRequest request) {
    var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
    var problem = problems.of(List.of(Validation.byStatus(status)));
    return ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
  }
}
