package org.xingfuli.wire;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;

/**
 * A protocol of others below an address of its own, whose clients read errors in its form and not in ours. A bean of this type is
 * asked wherever a problem is written: by the gate, by the advice, and where an error is met before any endpoint.
 */
public interface ForeignErrors {

  /** Whether the request speaks this protocol. */
  boolean speaks(HttpServletRequest request);

  /** The problem in the protocol's form. */
  Told tell(HttpServletRequest request, Problem problem);

  /** What is sent. */
  record Told(int status, MediaType type, byte[] body) {}
}
