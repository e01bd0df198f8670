package org.xingfuli.evidence.flow;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Scope;
import org.xingfuli.database.Transactions;
import org.xingfuli.evidence.EstatePlaces;
import org.xingfuli.evidence.EvidenceItem;
import org.xingfuli.evidence.EvidenceItem.Exif;
import org.xingfuli.evidence.EvidenceKind;
import org.xingfuli.evidence.EvidenceProperties;
import org.xingfuli.evidence.NewEvidence;
import org.xingfuli.evidence.SubjectKeeper;
import org.xingfuli.evidence.model.EvidenceCheck;
import org.xingfuli.evidence.model.Hashes;
import org.xingfuli.evidence.store.BlobStore;
import org.xingfuli.evidence.store.EvidenceStore;
import org.xingfuli.evidence.store.ReferenceStore;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.wire.Problems;
import org.xingfuli.wire.RequestLedger;

/**
 * Somebody sends photos and documents of an estate. All files are looked at first, and either all are kept or none; their
 * contents are on the disk before the rows that name them.
 */
@Component
public class AttachEvidence {

  /** A file and what is said of it. */
  public record File(NewEvidence about, byte[] content) {}

  /** What the request ledger remembers of an upload. */
  record Kept(List<UUID> ids) {}

  private static final String SUBJECT = "[a-z][a-z-]{1,39}";

  private record Checked(NewEvidence about, byte[] bytes, EvidenceCheck.Content content, String hash) {}

  /** Who is noted as the sender, and when. */
  private record Sender(UUID id, String title, Instant at) {}

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final EvidenceStore store;
  private final ReferenceStore references;
  private final BlobStore blobs;
  private final SmallPictures pictures;
  private final EstatePlaces places;
  private final Map<String, SubjectKeeper> keepers;
  private final EvidenceProperties properties;
  private final BusinessClock clock;
  private final Audit audit;

  AttachEvidence(Transactions transactions, RequestLedger ledger, EvidenceStore store, ReferenceStore references,
      BlobStore blobs, SmallPictures pictures, EstatePlaces places, List<SubjectKeeper> keepers,
      EvidenceProperties properties, BusinessClock clock, Audit audit) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.store = store;
    this.references = references;
    this.blobs = blobs;
    this.pictures = pictures;
    this.places = places;
    this.keepers = keepers.stream().collect(Collectors.toMap(SubjectKeeper::type, Function.identity()));
    this.properties = properties;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Keeps the files, all of one estate.
   *
   * @param key the client's request id
   * @return the ids of the items, in the order of the files
   * @throws Refused with everything that is wrong with any of them
   */
  public List<UUID> attach(@Nullable String key, List<File> files) {
    var scope = CurrentScope.get();
    return keep(key, files, new Sender(scope.principal(), title(scope), clock.now()));
  }

  /** Takes over what was sent in the past. */
  public UUID past(File file, UUID uploadedBy, String title, Instant receivedAt) {
    return keep(null, List.of(file), new Sender(uploadedBy, title, receivedAt)).getFirst();
  }

  private List<UUID> keep(@Nullable String key, List<File> files, Sender sender) {
    if (files.isEmpty() || files.size() > properties.files()) {
      throw new Refused(Refusal.of("evidence.bad-count",
          Map.of("pointer", "/file", "count", files.size(), "most", properties.files())));
    }
    var estate = files.getFirst().about().estateId();
    transactions.here(() -> place(estate)); // before any work for somebody else's estate
    var checked = checked(files);
    return transactions.here(() -> {
      var area = place(estate).area();
      subjects(checked, estate);
      return ledger.once(key, "evidence.attach", Kept.class, () -> new Kept(checked.stream()
          .map(file -> insert(file, area, sender)).toList())).ids();
    });
  }

  private EstatePlaces.Place place(UUID estate) {
    var place = places.places(List.of(estate)).get(estate);
    if (place == null) {
      throw Problems.absent();
    }
    return place;
  }

  private List<Checked> checked(List<File> files) {
    var check = new EvidenceCheck(new EvidenceCheck.Limits(
        properties.photoSize().toBytes(), properties.documentSize().toBytes(), properties.pixels()));
    var checked = new ArrayList<Checked>();
    for (int number = 0; number < files.size(); number++) {
      var file = files.get(number);
      var about = check.statement(number, file.about());
      var content = check.content(number, file.about().fileName(), file.content());
      if (content != null) {
        checked.add(new Checked(about, file.content(), content, Hashes.of(file.content())));
      }
    }
    Refused.ifAny(check.refusals());
    for (int number = 0; number < checked.size(); number++) {
      var file = checked.get(number);
      if (file.content().format().kind() == EvidenceKind.PHOTO && !pictures.make(
          file.hash(), file.bytes(), file.content().format(), file.content().orientation())) {
        check.unreadable(number, file.about().fileName());
      }
    }
    Refused.ifAny(check.refusals());
    checked.forEach(file -> blobs.keep(file.hash(), file.bytes()));
    return checked;
  }

  /** A subject without a keeper is known to nobody here; then only its name is held against what a name may be. */
  private void subjects(List<Checked> files, UUID estate) {
    for (var file : files) {
      var type = file.about().subjectType();
      var id = file.about().subjectId();
      if (!file.about().estateId().equals(estate)) {
        throw new IllegalArgumentException("one upload is of one estate");
      }
      if (type == null && id == null) {
        continue;
      }
      var keeper = type == null ? null : keepers.get(type);
      if (type == null || id == null || !type.matches(SUBJECT) || keeper != null && !keeper.has(id, estate)) {
        throw new Refused(Refusal.of("evidence.unknown-subject",
            Map.of("pointer", "/subjectId", "type", Objects.requireNonNullElse(type, "-"))));
      }
    }
  }

  private UUID insert(Checked file, String area, Sender sender) {
    var item = sealed(file, sender);
    // An erased item of the same content may have taken the file away since it was kept.
    store.holdContent(item.hash(), false);
    blobs.keep(item.hash(), file.bytes());
    store.insert(item, area);
    var type = item.subjectType();
    var subject = item.subjectId();
    if (type != null && subject != null) {
      references.insert(item.id(), type, subject, item.receivedAt());
    }
    audit.record("evidence.attach", new Subject("evidence", item.id()),
        Map.of("estate", item.estateId(), "hash", item.hash(), "seal", item.seal()));
    return item.id();
  }

  private static EvidenceItem sealed(Checked file, Sender sender) {
    var about = file.about();
    var size = file.content().size();
    var found = file.content().exif();
    var item = new EvidenceItem(UuidV7.create(), about.estateId(), file.content().format().kind(),
        file.content().format().mediaType(), file.hash(), file.bytes().length, size == null ? null : size.width(),
        size == null ? null : size.height(), about.fileName(), about.caption(), about.subjectType(), about.subjectId(),
        about.latitude(), about.longitude(), about.accuracy(), about.takenAt(),
        sender.at().truncatedTo(ChronoUnit.MICROS), about.device(), sender.id(), sender.title(),
        found == null ? Exif.NONE : found.exif(), "", null);
    return item.sealed(Hashes.seal(item));
  }

  /** The title alone, as the audit divides it. */
  private static String title(Scope scope) {
    var cut = scope.kind() == Scope.Kind.PERSON ? scope.actor().lastIndexOf(' ') : -1;
    return cut < 0 ? scope.actor() : scope.actor().substring(0, cut);
  }

}
