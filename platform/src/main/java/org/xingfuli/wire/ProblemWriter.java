package org.xingfuli.wire;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.xingfuli.kernel.Refusal;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where no controller advice reaches: in filters, and in the security chain's entry points. */
@Component
public class ProblemWriter {

  private final Problems problems;
  private final Answers answers;
  private final JsonMapper json;

  ProblemWriter(Problems problems, Answers answers, JsonMapper json) {
    this.problems = problems;
    this.answers = answers;
    this.json = json;
  }

  public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
    var problem = problems.of(List.of(refusal));
    var told = answers.foreign(request, problem).orElseGet(() ->
        new ForeignErrors.Told(problem.status(), MediaType.APPLICATION_PROBLEM_JSON, json.writeValueAsBytes(problem)));
    response.setStatus(told.status());
    response.setContentType(told.type().toString());
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(told.body());
  }
}
