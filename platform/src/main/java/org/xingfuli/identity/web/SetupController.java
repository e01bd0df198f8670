package org.xingfuli.identity.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Public;
import org.xingfuli.identity.flow.Links;
import org.xingfuli.identity.flow.UseLink;
import org.xingfuli.identity.model.OneTimeLink.Purpose;

/** One-time links: the first administrator, and passwords set for the first time or anew. */
@RestController
@RequestMapping("/api/setup/{token}")
class SetupController {

  private final Links links;
  private final UseLink use;

  SetupController(Links links, UseLink use) {
    this.links = links;
    this.use = use;
  }

  /**
   * What a link opens.
   *
   * @param valid false for a link that is unknown, spent or too old; then nothing else is told
   */
  record LinkView(boolean valid, @Nullable Purpose purpose, @Nullable String name, @Nullable String signInName) {}

  /** What is typed behind the link; the names only by the first administrator. */
  record Filled(
      @Nullable @Size(max = 200) String signInName, @Nullable @Size(max = 200) String name,
      @NotNull @Size(max = 1000) String password) {}

  @GetMapping
  @Public(because = "the link itself is the secret")
  LinkView look(@PathVariable String token) {
    return links.open(token)
        .map(opened -> new LinkView(true, opened.link().purpose(),
            opened.person() == null ? null : opened.person().name(),
            opened.person() == null ? null : opened.person().signInName()))
        .orElse(new LinkView(false, null, null, null));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Public(because = "the link itself is the secret, and works once")
  void use(@PathVariable String token, @Valid @RequestBody Filled filled) {
    use.use(token, filled.signInName(), filled.name(), filled.password());
  }
}
