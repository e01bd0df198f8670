package org.xingfuli.wire;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.xingfuli.database.Arrival;

/** Notes when a request came, before its session is read: from then on it waits for the database only once. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ArrivalFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try (var arrival = Arrival.now(request.getMethod().equals("GET"))) {
      chain.doFilter(request, response);
    }
  }
}
