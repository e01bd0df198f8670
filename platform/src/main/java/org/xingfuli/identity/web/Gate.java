package org.xingfuli.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.GenericFilterBean;
import org.springframework.web.method.HandlerMethod;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Scope;
import org.xingfuli.identity.SignedIn;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.wire.ProblemWriter;

/**
 * The one gate of all endpoints: looks up the endpoint and its mark before anything of the request's body is read, refuses who
 * may not, and binds the scope in which the endpoint's permission was given. An endpoint without a mark is shut to everybody.
 */
class Gate extends GenericFilterBean {

  /** What the interceptor behind the gate compares with the endpoint that is really called. */
  static final String PASSED = Gate.class.getName() + ".passed";

  /** Where endpoints are: our own interface, and those that others have specified. */
  static final List<String> GUARDED = List.of("/api/", "/open311/");

  /** Open to somebody who must set up a second factor first. */
  private static final Set<Class<?>> ENROLLING = Set.of(SessionController.class, SecondFactorController.class);

  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

  private final Marks marks;
  private final ProblemWriter problems;
  private final RefusedAccess refused;
  private final Duration fresh;
  private final Clock clock;

  /** @param fresh how long a second factor just shown counts */
  Gate(Marks marks, ProblemWriter problems, RefusedAccess refused, Duration fresh, Clock clock) {
    this.marks = marks;
    this.problems = problems;
    this.refused = refused;
    this.fresh = fresh;
    this.clock = clock;
  }

  @Override
  public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
      throws IOException, ServletException {
    var request = (HttpServletRequest) servletRequest;
    var response = (HttpServletResponse) servletResponse;
    var address = request.getRequestURI();
    if (GUARDED.stream().noneMatch(prefix -> address.startsWith(request.getContextPath() + prefix))) {
      chain.doFilter(request, response);
      return;
    }
    var endpoint = marks.endpoint(request);
    var person = person();
    if (endpoint != null && Marks.open(endpoint)) {
      pass(request, response, chain, endpoint, person == null ? Scope.none() : person.scopeFor(Permission.SESSION));
    } else if (person == null) {
      problems.write(request, response, request.getAttribute(SessionContext.REFUSAL) instanceof Refusal why
          ? why
          : Refusal.of("common.sign-in-needed"));
    } else if (endpoint == null) {
      chain.doFilter(request, response); // the dispatcher says what is wrong with the address
    } else {
      check(request, response, chain, endpoint, person);
    }
  }

  private void check(HttpServletRequest request, HttpServletResponse response, FilterChain chain, HandlerMethod endpoint,
      SignedIn person) throws IOException, ServletException {
    var mark = Marks.requires(endpoint);
    if (mark == null) {
      LOG.error("{} has neither @Requires nor @Public and is shut", endpoint.getShortLogMessage());
      problems.write(request, response, Refusal.of("common.forbidden"));
    } else if (person.mustChangePassword() && endpoint.getBeanType() != SessionController.class) {
      problems.write(request, response, Refusal.of("identity.must-change-password"));
    } else if (person.proof().mustEnrol() && !ENROLLING.contains(endpoint.getBeanType())) {
      problems.write(request, response, Refusal.of("identity.must-enrol"));
    } else if (person.proof().token() != null && beyondTokens(mark, request)) {
      problems.write(request, response, Refusal.of("identity.not-by-token"));
    } else if (!person.may(mark.value())) {
      refused.note(person, mark.value(), request);
      problems.write(request, response, Refusal.of("common.forbidden"));
    } else if (mark.freshSecondFactor() && stale(person)) {
      problems.write(request, response, Refusal.of("identity.second-factor-again"));
    } else {
      pass(request, response, chain, endpoint, person.scopeFor(mark.value()));
    }
  }

  /** A machine reads with any right and acts with its own; the account it belongs to is its owner's to change. */
  private static boolean beyondTokens(Requires mark, HttpServletRequest request) {
    return mark.freshSecondFactor() || mark.value() == Permission.SESSION && !request.getMethod().equals("GET");
  }

  private boolean stale(SignedIn person) {
    var shown = person.proof().secondFactorAt();
    return person.proof().enrolled() && (shown == null || shown.plus(fresh).isBefore(clock.instant()));
  }

  private static @Nullable SignedIn person() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof PersonAuthentication known
        ? known.person()
        : null;
  }

  private static void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain,
      HandlerMethod endpoint, Scope scope) throws IOException, ServletException {
    request.setAttribute(PASSED, endpoint.getMethod());
    try {
      CurrentScope.with(scope, () -> {
        try {
          chain.doFilter(request, response);
        } catch (IOException | ServletException e) {
          throw new Carried(e);
        }
        return Boolean.TRUE;
      });
    } catch (Carried carried) {
      if (carried.getCause() instanceof IOException e) {
        throw e;
      }
      if (carried.getCause() instanceof ServletException e) {
        throw e;
      }
      throw carried;
    }
  }

  /** Carries a checked exception through the bound scope. */
  private static final class Carried extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Carried(Exception cause) {
      super(cause);
    }
  }
}
