package org.xingfuli.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.flow.AddOrganisation;
import org.xingfuli.identity.flow.District;
import org.xingfuli.identity.store.OrganisationStore;

/** The organisation tree, for all modules: who is there, and what areas are called. */
@Component
public class Organisations {

  private final Transactions transactions;
  private final OrganisationStore store;
  private final AddOrganisation add;
  private final District district;

  Organisations(Transactions transactions, OrganisationStore store, AddOrganisation add, District district) {
    this.transactions = transactions;
    this.store = store;
    this.add = add;
    this.district = district;
  }

  /** The whole tree, areas first in the order of their codes. */
  public List<Organisation> all() {
    return store.all();
  }

  public Optional<Organisation> find(UUID id) {
    return store.find(id);
  }

  /** The district, street or community with the code. */
  public Optional<Organisation> byArea(String area) {
    return store.byArea(area);
  }

  /** What every area is called, by its code. */
  public Map<String, String> areaNames() {
    var names = new HashMap<String, String>();
    for (var organisation : store.all()) {
      if (organisation.area() != null) {
        names.put(organisation.area(), organisation.name());
      }
    }
    return names;
  }

  /** The area code of this installation's district; known without asking the database. */
  public String districtArea() {
    return district.code();
  }

  /** What the district of this installation is called. */
  public String districtName() {
    return district.name();
  }

  /** The district, made together with the streets known of it when it is not there yet; for set-up under a system scope. */
  public Organisation district() {
    return transactions.here(district::ensured);
  }

  /**
   * Adds an organisation within the current scope.
   *
   * @param area its code, for a street or community; others have none
   */
  public Organisation add(UUID parentId, OrganisationKind kind, String name, @Nullable String area) {
    return add.add(null, AddOrganisation.Wanted.plain(parentId, kind, name, area));
  }

  /** Adds the community of an area within the current scope; {@code phone} is where it answers its residents. */
  public Organisation addCommunity(UUID streetId, String name, String area, String phone) {
    return add.add(null, new AddOrganisation.Wanted(streetId, OrganisationKind.COMMUNITY, name, area, null, null, phone, null));
  }

  /**
   * Adds a utility within the current scope.
   *
   * @param phone where its duty office answers
   */
  public Organisation addUtility(UUID parentId, UtilityService service, String name, @Nullable String phone) {
    return add.add(null, new AddOrganisation.Wanted(
        parentId, OrganisationKind.UTILITY, name, null, service, null, phone, null));
  }

  /** The open utilities that run the service. */
  public List<Organisation> utilities(UtilityService service) {
    return store.all().stream().filter(one -> one.service() == service && !one.closed()).toList();
  }
}
