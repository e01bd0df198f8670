package org.xingfuli.identity.web;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.identity.flow.ResetSecondFactor;

/** The second factor of somebody who has lost it. */
@RestController
@RequestMapping("/api/people/{id}/second-factor-reset")
class SecondFactorResetController {

  private final ResetSecondFactor reset;

  SecondFactorResetController(ResetSecondFactor reset) {
    this.reset = reset;
  }

  /** For an administrator of any kind the first one is refused and remembered, and the second takes it off. */
  @PostMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(value = Permission.SECURITY_MANAGE, freshSecondFactor = true)
  void resetSecondFactor(@PathVariable UUID id) {
    reset.reset(id);
  }
}
