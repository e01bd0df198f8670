package org.xingfuli.appeal.flow;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.Step;
import org.xingfuli.appeal.Urgency;
import org.xingfuli.appeal.flow.CaseDesk.Note;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.AppealCheck;
import org.xingfuli.appeal.model.NewAppeal;
import org.xingfuli.appeal.store.AppealStore;
import org.xingfuli.appeal.store.ComplainantStore;
import org.xingfuli.appeal.store.EntryStore;
import org.xingfuli.appeal.store.SideStore;
import org.xingfuli.identity.By;
import org.xingfuli.wire.Problems;

/**
 * The other system corrects what it sent. What a person of ours has corrected since stays as that person left it; the words that
 * stood before are kept in the timeline. Of a closed appeal the correction is noted and changes nothing.
 */
@Component
class AmendAppeal {

  private final AppealStore store;
  private final EntryStore entries;
  private final ComplainantStore complainants;
  private final PhoneKeys phones;
  private final AppealClocks clocks;
  private final SideStore side;
  private final CaseDesk desk;

  AmendAppeal(AppealStore store, EntryStore entries, ComplainantStore complainants, PhoneKeys phones, AppealClocks clocks,
      SideStore side, CaseDesk desk) {
    this.store = store;
    this.entries = entries;
    this.complainants = complainants;
    this.phones = phones;
    this.clocks = clocks;
    this.side = side;
    this.desk = desk;
  }

  String number(UUID id) {
    return store.find(id).map(Appeal::number).orElseThrow(Problems::absent);
  }

  /** Writes the order's words over those of an earlier revision, in the running transaction. */
  void amend(UUID id, NewAppeal said, int revision, By by) {
    var appeal = store.lock(id).orElseThrow(Problems::absent);
    var facts = new LinkedHashMap<String, Object>();
    facts.put("revision", revision);
    var now = desk.now();
    if (!appeal.state().open()) {
      desk.note(appeal, "AMEND", appeal.state(), Note.inside(by, said.words()).with(facts), now);
      return;
    }
    var changed = change(appeal, said, corrected(id));
    if (complainants.replace(appeal.id(), appeal.area(), appeal.estate(), said.complainant(), phones.of(said.complainant().phone()))) {
      changed.add("complainant");
    }
    facts.put("changed", changed.stream().sorted().collect(Collectors.joining(" ")));
    if (appeal.repliedAt() == null && (changed.contains("kind") || changed.contains("urgency") || changed.contains("class"))) {
      clocks.again(store.find(id).orElseThrow(), Step.REPLY, now);
    }
    desk.note(appeal, "AMEND", appeal.state(),
        Note.inside(by, changed.contains("words") ? "更正前：" + appeal.words() : "").with(facts), now);
    if (changed.contains("place")) {
      store.move(id, said.where());
    }
  }

  /** What people of ours have corrected in this appeal. */
  private Set<String> corrected(UUID id) {
    return entries.of(id).stream().filter(entry -> entry.act().equals("CORRECT")).flatMap(entry -> entry.facts().keySet().stream())
        .collect(Collectors.toSet());
  }

  private Set<String> change(Appeal appeal, NewAppeal said, Set<String> ours) {
    var change = store.change(appeal.id());
    var changed = new LinkedHashSet<String>();
    var title = AppealCheck.title(said);
    if (!ours.contains("title") && !title.equals(appeal.title())) {
      change.set("title", title);
      changed.add("title");
    }
    if (!said.words().strip().equals(appeal.words())) {
      change.set("words", said.words().strip());
      side.digestAgain(appeal.id());
      changed.add("words");
    }
    if (!ours.contains("class") && !Objects.equals(said.classCode(), appeal.classCode())
        && (said.classCode() != null || "COMPLAINANT".equals(appeal.classBy()))) {
      change.set("class_code", said.classCode()).set("class_by", said.classCode() == null ? null : "COMPLAINANT");
      changed.add("class");
    }
    if (!ours.contains("kind") && said.kind() != appeal.kind()) {
      change.set("kind", said.kind());
      changed.add("kind");
    }
    Urgency urgency = TakeIn.urgency(said);
    if (!ours.contains("urgency") && urgency != appeal.urgency()) {
      change.set("urgency", urgency);
      changed.add("urgency");
    }
    if (!ours.contains("confidential") && said.confidential() != appeal.confidential()) {
      change.set("confidential", said.confidential());
      changed.add("confidential");
    }
    var at = said.saidAt();
    if (at != null && !at.equals(appeal.saidAt()) && !at.isAfter(appeal.receivedAt())) {
      change.set("said_at", at);
      changed.add("saidAt");
    }
    if (!ours.contains("place") && !samePlace(said.where(), appeal.where())) {
      changed.add("place");
    }
    change.write();
    return changed;
  }

  /** A number that is kept with fewer decimals is the same place. */
  private static boolean samePlace(NewAppeal.Where one, NewAppeal.Where other) {
    return one.area().equals(other.area()) && Objects.equals(one.estate(), other.estate())
        && Objects.equals(one.buildingId(), other.buildingId()) && Objects.equals(one.place(), other.place())
        && Objects.equals(one.stairwell(), other.stairwell());
  }
}
