package org.xingfuli.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Installation;
import org.xingfuli.identity.SignedIn;
import org.xingfuli.identity.flow.EnrolSecondFactor;
import org.xingfuli.identity.flow.EnrolSecondFactor.Standing;
import org.xingfuli.identity.flow.Sessions;
import org.xingfuli.identity.model.Totp;
import org.xingfuli.wire.QrCode;

/** The own second factor. */
@RestController
@RequestMapping("/api/account/second-factor")
class SecondFactorController {

  private final EnrolSecondFactor enrol;
  private final Sessions sessions;
  private final SessionContext context;
  private final Installation installation;

  SecondFactorController(EnrolSecondFactor enrol, Sessions sessions, SessionContext context, Installation installation) {
    this.enrol = enrol;
    this.sessions = sessions;
    this.context = context;
    this.installation = installation;
  }

  /** The current password, or a code where there is a second factor already; empty for who has neither. */
  record Proof(@NotNull @Size(max = 1000) String proof) {}

  /** A secret to take into the telephone: as a QR code, and in letters for typing. */
  record Offer(QrCode qr, String key) {}

  /** Shown this once. */
  record RecoveryCodes(List<String> codes) {}

  @GetMapping
  @Requires(Permission.SESSION)
  Standing secondFactor(@AuthenticationPrincipal SignedIn person) {
    return enrol.standing(person.personId());
  }

  @PostMapping("/offer")
  @Requires(Permission.SESSION)
  Offer offer(@AuthenticationPrincipal SignedIn person, @Valid @RequestBody Proof proof, HttpServletRequest request) {
    var secret = enrol.offer(person.personId(), proof.proof(), request.getRemoteAddr());
    var issuer = installation.sample() ? "幸福里（示例）" : "幸福里";
    return new Offer(QrCode.of(Totp.address(issuer, person.signInName(), secret)),
        Totp.base32(secret).replaceAll("(.{4})(?=.)", "$1 "));
  }

  /** The first code; the person's other sessions end. */
  @PostMapping("/confirm")
  @Requires(Permission.SESSION)
  RecoveryCodes confirm(
      @AuthenticationPrincipal SignedIn person, @Valid @RequestBody SessionController.Code code, HttpServletRequest request) {
    var codes = enrol.confirm(person.personId(), code.code());
    context.shownAgain(request);
    sessions.end(person.personId(), request.getSession().getId());
    return new RecoveryCodes(codes);
  }

  @PostMapping("/recovery-codes")
  @Requires(Permission.SESSION)
  RecoveryCodes renewCodes(
      @AuthenticationPrincipal SignedIn person, @Valid @RequestBody SessionController.Code code, HttpServletRequest request) {
    return new RecoveryCodes(enrol.renewCodes(person.personId(), code.code(), request.getRemoteAddr()));
  }

  @PostMapping("/removal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.SESSION)
  void remove(
      @AuthenticationPrincipal SignedIn person, @Valid @RequestBody SessionController.Code code, HttpServletRequest request) {
    enrol.remove(person.personId(), code.code(), request.getRemoteAddr());
  }
}
