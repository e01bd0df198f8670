package org.xingfuli.utilities.flow;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.estate.Estates;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.People;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.notice.Audience;
import org.xingfuli.notice.Notices;
import org.xingfuli.notice.Notices.Notice;
import org.xingfuli.utilities.RequestKind;
import org.xingfuli.utilities.model.RequestState;
import org.xingfuli.utilities.model.Signed;
import org.xingfuli.utilities.model.UtilityRequest;

/** Tells the officers of a service that they are asked, and whoever asked what they said; the community that sheets are due. */
@Component
class TellParties {

  private static final String PAGE = "/utilities/requests?request=";

  private final Notices notices;
  private final People people;
  private final Organisations organisations;
  private final Estates estates;
  private final StairwellSheets sheets;

  TellParties(Notices notices, People people, Organisations organisations, Estates estates, StairwellSheets sheets) {
    this.notices = notices;
    this.people = people;
    this.organisations = organisations;
    this.estates = estates;
    this.sheets = sheets;
  }

  void asked(UtilityRequest request) {
    var values = Map.of("number", request.number(), "estate", estate(request), "from", request.window().firstDay().toString(),
        "to", request.window().lastDay().toString(), "answerBy", request.answerBy().toString());
    people.holders(Role.UTILITY_OFFICER, null, null).stream().filter(officer -> signsFor(officer, request.services()))
        .forEach(officer -> notices.notify(new Notice(UtilityNotices.ASKED, values, new Audience.Person(officer),
            PAGE + request.id(), UtilityNotices.ASKED + " " + request.id())));
  }

  private boolean signsFor(UUID officer, List<UtilityService> services) {
    return people.organisationOf(officer).flatMap(organisations::find)
        .filter(firm -> firm.service() != null && services.contains(firm.service())).isPresent();
  }

  /**
   * An agreement that others are still waited for is told nobody. The typed reason stays on the request: it may name people, and
   * the words of a notice are kept and leave the platform.
   *
   * @param next where the answer leads
   */
  void answered(UtilityRequest request, Signed answer, RequestState next) {
    var words = answer.service().words();
    if (answer.answer() != Signed.Answer.AGREE) {
      requester(request, new Notice(answer.answer() == Signed.Answer.REFUSE ? UtilityNotices.REFUSED : UtilityNotices.PROPOSED,
          Map.of("number", request.number(), "estate", estate(request), "service", words.zh(), "serviceEn", words.en()),
          new Audience.Person(request.requestedBy()), PAGE + request.id(), null));
    } else if (next == RequestState.AGREED) {
      var values = Map.of("number", request.number(), "estate", estate(request), "from",
          request.window().firstDay().toString(), "to", request.window().lastDay().toString());
      requester(request, new Notice(UtilityNotices.AGREED, values, new Audience.Person(request.requestedBy()),
          PAGE + request.id(), null));
      if (request.kind() == RequestKind.OUTAGE) {
        var due = sheets.due(request.window()).atZone(BusinessClock.ZONE).toLocalDateTime().toString().replace('T', ' ');
        notices.notify(new Notice(UtilityNotices.SHEETS, Map.of("number", request.number(), "estate", estate(request), "due",
            due, "sheets", Integer.toString(request.buildings().size())),
            new Audience.Holders(Role.COMMUNITY_OFFICER, request.area(), null), "/utilities/notices", null));
      }
    }
  }

  /** The demo's people of the past have no account. */
  private void requester(UtilityRequest request, Notice notice) {
    if (people.names(List.of(request.requestedBy())).containsKey(request.requestedBy())) {
      notices.notify(notice);
    }
  }

  private String estate(UtilityRequest request) {
    return estates.names(List.of(request.estateId())).getOrDefault(request.estateId(), "–");
  }
}
