package org.xingfuli.wire;

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
  private final JsonMapper json;

  ProblemWriter(Problems problems, JsonMapper json) {
    this.problems = problems;
    this.json = json;
  }

  public void write(HttpServletResponse response, Refusal refusal) throws IOException {
    var problem = problems.of(List.of(refusal));
    response.setStatus(problem.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
