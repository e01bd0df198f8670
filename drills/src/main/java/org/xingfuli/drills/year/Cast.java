package org.xingfuli.drills.year;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.xingfuli.drills.Person;

/** The demo's people, each signed in with the account the demo wrote down; signed in when first needed. */
public final class Cast {

  /** Somebody with an account: who it is to the chronicle, and the session. */
  record Member(String name, Person person) {}

  private record Account(String name, String password, String role) {}

  private final URI address;
  private final Map<String, Account> accounts = new TreeMap<>();
  private final Map<String, Member> signedIn = new TreeMap<>();

  private Cast(URI address) {
    this.address = address;
  }

  /** The people of the demo at an address, by the file of its accounts. */
  public static Cast of(URI address, Path file) throws IOException {
    var cast = new Cast(address);
    for (var account : Person.JSON.readTree(Files.readString(file))) {
      var name = account.path("signInName").asString();
      cast.accounts.put(name, new Account(name, account.path("password").asString(), account.path("role").asString()));
    }
    return cast;
  }

  /** The first account of a role. */
  Member role(String role) throws IOException, InterruptedException {
    return maybe(role).orElseThrow(() -> new IOException("the demo has no account of role " + role));
  }

  Optional<Member> maybe(String role) throws IOException, InterruptedException {
    return all(role).stream().findFirst();
  }

  /** Everybody of a role, by sign-in name. */
  List<Member> all(String role) throws IOException, InterruptedException {
    var found = new ArrayList<Member>();
    for (var account : accounts.values()) {
      if (account.role().equals(role)) {
        found.add(member(account));
      }
    }
    return found;
  }

  /** The officer of each street, by the street's code. */
  Map<String, Member> streetOfficers() throws IOException, InterruptedException {
    var officers = new TreeMap<String, Member>();
    for (var member : all("STREET_OFFICER")) {
      for (var appointment : member.person().json("/api/session").path("appointments")) {
        if (appointment.path("role").asString().equals("STREET_OFFICER")) {
          officers.put(appointment.path("area").asString(), member);
        }
      }
    }
    return officers;
  }

  /** Who signs for each service, by the service; the demo names their accounts after them. */
  Map<String, Member> utilityOfficers() throws IOException, InterruptedException {
    var officers = new TreeMap<String, Member>();
    for (var member : all("UTILITY_OFFICER")) {
      officers.put(member.name().toUpperCase(Locale.ROOT), member);
    }
    return officers;
  }

  private Member member(Account account) throws IOException, InterruptedException {
    var member = signedIn.get(account.name());
    if (member == null) {
      member = new Member(account.name(), Person.signIn(address, account.name(), account.password()));
      signedIn.put(account.name(), member);
    }
    return member;
  }
}
