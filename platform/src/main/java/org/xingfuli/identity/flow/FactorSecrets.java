package org.xingfuli.identity.flow;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Secrets;
import org.xingfuli.identity.DoorProperties;
import org.xingfuli.identity.model.Sealed;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** The secrets behind one-time codes, encrypted with a key that stands beside the database and not in it. */
@Component
class FactorSecrets {

  private static final Logger LOG = LoggerFactory.getLogger(FactorSecrets.class);

  private final Secrets secrets;
  private final @Nullable String given;
  private @Nullable Sealed sealed;

  FactorSecrets(Secrets secrets, DoorProperties properties) {
    this.secrets = secrets;
    this.given = properties.secondFactor().key();
  }

  byte[] close(UUID person, byte[] secret) {
    return sealed().close(person, secret);
  }

  /** @throws Refused {@code identity.second-factor-key} when this node has another key than the one it was closed with */
  byte[] open(UUID person, byte[] closed) {
    return sealed().open(person, closed).orElseThrow(() -> {
      LOG.error("the second factor of {} was made with another key: share secrets/second-factor among the nodes and"
          + " restore it with the backup, or set XINGFULI_SECONDFACTOR_KEY", person);
      return new Refused(Refusal.of("identity.second-factor-key"));
    });
  }

  /** Made at the first use, so that an installation without second factors has no key to lose. */
  private synchronized Sealed sealed() {
    var known = sealed;
    if (known == null) {
      known = new Sealed(given == null || given.isBlank() ? secrets.named("second-factor") : given);
      sealed = known;
    }
    return known;
  }
}
