package org.xingfuli.identity.flow;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Installation;
import org.xingfuli.identity.DoorProperties;
import org.xingfuli.identity.DoorProperties.Demanded;
import org.xingfuli.identity.SignedIn;
import org.xingfuli.identity.model.Appointment;
import org.xingfuli.identity.store.SecondFactorStore;

/** Who must have a second factor: the administrators of all three kinds, except where everything is example data. */
@Component
class SecondFactorRule {

  private final DoorProperties.SecondFactor settings;
  private final Installation installation;
  private final SecondFactorStore store;

  SecondFactorRule(DoorProperties properties, Installation installation, SecondFactorStore store) {
    this.settings = properties.secondFactor();
    this.installation = installation;
    this.store = store;
  }

  /** Whether one of the appointments demands a second factor. */
  boolean demanded(List<Appointment> held) {
    boolean here = settings.required() == Demanded.TRUE
        || settings.required() == Demanded.AUTO && !installation.sample();
    return here && held.stream().anyMatch(appointment -> settings.roles().contains(appointment.role()));
  }

  SignedIn.Proof proof(UUID person, List<Appointment> held) {
    return new SignedIn.Proof(store.enrolled(person), demanded(held), null, null);
  }
}
