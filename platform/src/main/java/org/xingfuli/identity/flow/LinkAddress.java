package org.xingfuli.identity.flow;

import org.springframework.stereotype.Component;
import org.xingfuli.identity.PublicAddress;

/** Where a one-time link leads. */
@Component
public class LinkAddress {

  private final PublicAddress address;

  LinkAddress(PublicAddress address) {
    this.address = address;
  }

  public String of(String token) {
    return base() + "/setup/" + token;
  }

  /** The platform's own address, without a slash at the end. */
  public String base() {
    return address.base();
  }
}
