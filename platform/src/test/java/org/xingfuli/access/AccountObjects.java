package org.xingfuli.access;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import org.xingfuli.identity.model.ApiToken;
import org.xingfuli.identity.model.OneTimeToken;
import org.xingfuli.identity.store.ApiTokenStore;

/** What belongs to somebody's account: it is its owner's, and for others it is not there. */
@TestComponent
final class AccountObjects implements MatrixObjects {

  private final MatrixWorld world;
  private final Staff staff;
  private final ApiTokenStore tokens;

  AccountObjects(MatrixWorld world, Staff staff, ApiTokenStore tokens) {
    this.world = world;
    this.staff = staff;
    this.tokens = tokens;
  }

  @Override
  public boolean knows(String path) {
    return path.matches("/api/(account/(tokens|sessions|linked-sign-ins)|tokens)/\\{id}");
  }

  @Override
  public Map<String, String> at(String endpoint, Place place, boolean changing) {
    boolean token = endpoint.contains("/tokens/") && place != Place.NONE;
    return Map.of("id", (token ? token(place) : UUID.randomUUID()).toString());
  }

  private UUID token(Place place) {
    var owner = staff.withRole(Role.COMMUNITY_OFFICER, MatrixWorld.area(place)).personId();
    var secret = ApiToken.secret();
    var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    var token = new ApiToken(UUID.randomUUID(), owner, "试验", ApiToken.beginning(secret), Set.of(Permission.ESTATE_READ), now,
        now.plus(30, ChronoUnit.DAYS), null, null);
    world.system(() -> {
      tokens.insert(token, OneTimeToken.hash(secret));
      return token;
    });
    return token.id();
  }
}
