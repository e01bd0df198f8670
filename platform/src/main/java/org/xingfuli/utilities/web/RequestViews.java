package org.xingfuli.utilities.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.estate.Estates;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.evidence.EvidenceItem;
import org.xingfuli.evidence.EvidenceKind;
import org.xingfuli.identity.People;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.utilities.Service;
import org.xingfuli.utilities.flow.Desk;
import org.xingfuli.utilities.model.RequestState;
import org.xingfuli.utilities.model.UtilityRequest;
import org.xingfuli.utilities.model.UtilityRequest.Signature;
import org.xingfuli.utilities.web.RequestView.AnswerView;
import org.xingfuli.utilities.web.RequestView.BuildingRef;
import org.xingfuli.utilities.web.RequestView.FileView;

/** Turns requests into what clients see, names looked up once for all of them. */
@Component
class RequestViews {

  private final Estates estates;
  private final Evidence evidence;
  private final People people;
  private final Desk desk;
  private final BusinessClock clock;

  RequestViews(Estates estates, Evidence evidence, People people, Desk desk, BusinessClock clock) {
    this.estates = estates;
    this.evidence = evidence;
    this.people = people;
    this.desk = desk;
    this.clock = clock;
  }

  RequestView one(UtilityRequest request) {
    return all(List.of(request)).getFirst();
  }

  List<RequestView> all(List<UtilityRequest> requests) {
    var names = estates.names(requests.stream().map(UtilityRequest::estateId).distinct().toList());
    var persons = new HashSet<UUID>();
    requests.forEach(request -> {
      persons.add(request.requestedBy());
      request.signatures().forEach(signature -> persons.add(signature.signedBy()));
    });
    var called = people.names(persons);
    var mine = desk.mine();
    var files = evidence.of("utility-request", requests.stream().map(UtilityRequest::id).toList());
    return requests.stream().map(request -> view(request, names.getOrDefault(request.estateId(), ""), called, mine,
        files.getOrDefault(request.id(), List.of()))).toList();
  }

  private RequestView view(UtilityRequest request, String estate, Map<UUID, String> called, Set<Service> mine,
      List<EvidenceItem> files) {
    var answers = new ArrayList<AnswerView>();
    for (var service : request.services()) {
      answers.add(request.present().stream().filter(signature -> signature.service() == service).findFirst()
          .map(signature -> answer(signature, called))
          .orElseGet(() -> new AnswerView(service, null, "", null, null, null, request.round())));
    }
    var history = request.signatures().stream().filter(signature -> signature.round() < request.round())
        .map(signature -> answer(signature, called)).toList();
    return new RequestView(request.id(), request.number(), request.kind(), request.estateId(), estate, request.services(),
        request.state(), request.reason(), request.contact(), WindowBody.of(request.window()), request.round(),
        request.answerBy(), request.overdue(clock.today()),
        called.getOrDefault(request.requestedBy(), request.requester()), request.requestedAt(), request.closedReason(),
        request.buildings().stream().map(building -> new BuildingRef(building.id(), building.number())).toList(),
        answers, history, request.open().stream().filter(mine::contains).toList(),
        RequestState.GRAPH.legalActs(request.state()).contains(RequestState.Act.MOVE),
        files.stream().map(item -> new FileView(
            item.id(), item.kind() == EvidenceKind.PHOTO, item.fileName(), item.caption())).toList());
  }

  private static AnswerView answer(Signature signature, Map<UUID, String> called) {
    var proposed = signature.proposed();
    return new AnswerView(signature.service(), signature.answer(), signature.reason(),
        proposed == null ? null : WindowBody.of(proposed), called.getOrDefault(signature.signedBy(), signature.signer()),
        signature.signedAt(), signature.round());
  }
}
