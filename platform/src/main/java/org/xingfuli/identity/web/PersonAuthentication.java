package org.xingfuli.identity.web;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.xingfuli.identity.SignedIn;

/** A signed-in person as Spring Security knows one; lives for one request and is never stored. */
final class PersonAuthentication extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient SignedIn person;

  PersonAuthentication(SignedIn person) {
    super(List.of());
    this.person = person;
    setAuthenticated(true);
  }

  SignedIn person() {
    return person;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return person;
  }

  @Override
  public String getName() {
    return person.personId().toString();
  }
}
