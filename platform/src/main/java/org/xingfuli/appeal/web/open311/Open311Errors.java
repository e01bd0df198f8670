package org.xingfuli.appeal.web.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.web.open311.Document.Format;
import org.xingfuli.wire.ForeignErrors;
import org.xingfuli.wire.Problem;

/**
 * Errors as GeoReport v2 tells them: a list of code and description. Its codes are those of HTTP; it knows 400 for what is wrong, 403 for
 * a missing or bad key and 404 for what is not there, so our finer ones become these.
 */
@Component
class Open311Errors implements ForeignErrors {

  @Override
  public boolean speaks(HttpServletRequest request) {
    return request.getRequestURI().startsWith(request.getContextPath() + "/open311/");
  }

  @Override
  public Told tell(HttpServletRequest request, Problem problem) {
    int status = switch (problem.status()) {
      case 401, 403 -> 403;
      case 404, 405, 406 -> 404;
      default -> problem.status() < 500 && problem.status() != 429 ? 400 : problem.status();
    };
    var format = request.getRequestURI().endsWith(".json") ? Format.JSON : Format.XML;
    var told = problem.errors().isEmpty()
        ? List.of(Document.fields("code", String.valueOf(status), "description", both(problem.detail(), problem.detailEn())))
        : problem.errors().stream().map(error -> Document.fields("code", String.valueOf(status),
            "description", (error.pointer().isEmpty() ? "" : error.pointer().substring(1) + ": ") + both(error.message(), error.messageEn())))
            .toList();
    return new Told(status, format.type(), Document.list("errors", told).in(format));
  }

  private static String both(String zh, String en) {
    return zh + " " + en;
  }
}
