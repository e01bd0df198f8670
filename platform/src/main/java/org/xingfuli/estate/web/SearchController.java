package org.xingfuli.estate.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.SizeRule;
import org.xingfuli.estate.flow.Places;
import org.xingfuli.estate.store.EstateStore;
import org.xingfuli.estate.store.SearchStore;
import org.xingfuli.exchange.estates.Gazetteer;
import org.xingfuli.identity.SignedIn;
import org.xingfuli.kernel.SearchText;

/** One search over estates, buildings and households, the streets one may narrow a list to, and the size rule. */
@RestController
@RequestMapping("/api")
class SearchController {

  private static final int MOST = 20;

  private final Transactions transactions;
  private final SearchStore search;
  private final EstateStore estates;
  private final Places places;

  SearchController(Transactions transactions, SearchStore search, EstateStore estates, Places places) {
    this.transactions = transactions;
    this.search = search;
    this.estates = estates;
    this.places = places;
  }

  /** The largest things first: who types an estate's name wants the estate, not its thousand doors. Doors only for who sees them. */
  @GetMapping("/search")
  @Requires(Permission.ESTATE_READ)
  List<SearchHit> search(@AuthenticationPrincipal SignedIn person, @RequestParam String q) {
    var words = SearchText.words(q);
    if (words.isEmpty()) {
      return List.of();
    }
    return transactions.here(() -> {
      var hits = new ArrayList<>(search.estateHits(words, MOST));
      if (hits.size() < MOST) {
        hits.addAll(search.buildingHits(words, MOST - hits.size()));
      }
      if (hits.size() < MOST && HouseholdRow.seesDoors(person)) {
        hits.addAll(search.householdHits(words, MOST - hits.size()));
      }
      var gazetteer = places.gazetteer();
      return hits.stream().map(hit -> SearchHit.of(hit, gazetteer)).toList();
    });
  }

  /** The streets with the communities of each and the number of estates the caller sees there. */
  @GetMapping("/streets")
  @Requires(Permission.ESTATE_READ)
  List<StreetRow> streets() {
    var gazetteer = places.gazetteer();
    var counts = transactions.here(estates::perStreet);
    return gazetteer.streets().stream().map(street -> StreetRow.of(street, gazetteer, counts)).toList();
  }

  /** When an estate or a project counts as small and easy, unless a person chose its class. */
  @GetMapping("/size-rule")
  @Requires(Permission.SESSION)
  SizeRule sizeRule() {
    return transactions.here(estates::sizeRule);
  }

  /** One thing found; the title is enough to know it, the subtitle says where it is. */
  record SearchHit(SearchStore.Kind kind, UUID id, UUID estateId, String title, String subtitle) {
    static SearchHit of(SearchStore.Hit hit, Gazetteer gazetteer) {
      return new SearchHit(hit.kind(), hit.id(), hit.estateId(), hit.title(),
          EstateRow.streetName(hit.street(), gazetteer) + " · " + hit.subtitle());
    }
  }

  /** A street, its communities and how many estates of it the caller sees. */
  record StreetRow(String code, String name, List<Gazetteer.Place> communities, long estates) {
    static StreetRow of(Gazetteer.Place street, Gazetteer gazetteer, Map<String, Long> counts) {
      return new StreetRow(street.code(), street.name(),
          gazetteer.communities().stream().filter(place -> place.code().startsWith(street.code())).toList(),
          counts.getOrDefault(street.code(), 0L));
    }
  }
}
