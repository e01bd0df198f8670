package org.xingfuli.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.evidence.flow.AttachEvidence;
import org.xingfuli.evidence.flow.EraseEvidence;
import org.xingfuli.evidence.flow.PairPhotos;
import org.xingfuli.evidence.flow.ReferTo;
import org.xingfuli.evidence.flow.SmallPictures;
import org.xingfuli.evidence.model.Pictures;
import org.xingfuli.evidence.store.BlobStore;
import org.xingfuli.evidence.store.EvidenceStore;
import org.xingfuli.evidence.store.ReferenceStore;

/**
 * Evidence for the other modules, with the eyes of the current scope: what it does not reach is absent. A form sends the ids
 * of what was uploaded before; the module holds them against {@link #usable} and then calls {@link #refer}.
 */
@Component
public class Evidence {

  private final Transactions transactions;
  private final EvidenceStore store;
  private final ReferenceStore references;
  private final AttachEvidence attach;
  private final ReferTo refer;
  private final EraseEvidence erase;
  private final PairPhotos pair;
  private final SmallPictures pictures;
  private final BlobStore blobs;

  Evidence(Transactions transactions, EvidenceStore store, ReferenceStore references, AttachEvidence attach, ReferTo refer,
      EraseEvidence erase, PairPhotos pair, SmallPictures pictures, BlobStore blobs) {
    this.transactions = transactions;
    this.store = store;
    this.references = references;
    this.attach = attach;
    this.refer = refer;
    this.erase = erase;
    this.pair = pair;
    this.pictures = pictures;
    this.blobs = blobs;
  }

  /** Keeps and seals a file the platform or the demo itself has made, and refers to its subject if one is named. */
  public UUID attach(NewEvidence about, byte[] content) {
    return attach.attach(null, List.of(new AttachEvidence.File(about, content))).getFirst();
  }

  /** {@link #attach} for the past of a demo or a take-over: who sent it then, and when it was received. */
  public UUID attachPast(NewEvidence about, byte[] content, UUID uploadedBy, String title, Instant receivedAt) {
    return attach.past(new AttachEvidence.File(about, content), uploadedBy, title, receivedAt);
  }

  /** Those of the ids that are in the estate, seen by the scope, and not withdrawn. */
  public Set<UUID> usable(UUID estate, Collection<UUID> items) {
    return transactions.here(() -> store.usable(estate, items));
  }

  /** Whether all of the items are in the estate, seen by the scope, and not withdrawn. */
  public boolean allUsable(UUID estate, Collection<UUID> items) {
    return usable(estate, items).containsAll(new HashSet<>(items));
  }

  /**
   * Notes that the items are evidence of the subject; again is the same as once. Joins the caller's transaction.
   *
   * @throws org.xingfuli.kernel.Refused {@code evidence.not-usable} for an item of another estate, an unseen or a withdrawn one
   */
  public void refer(Collection<UUID> items, UUID estate, String subjectType, UUID subject) {
    refer.refer(items, estate, subjectType, subject);
  }

  public Optional<EvidenceItem> find(UUID id) {
    return transactions.here(() -> store.find(id));
  }

  /** The evidence of a subject, in the order it was received, what was withdrawn left out. */
  public List<EvidenceItem> of(String subjectType, UUID subject) {
    return transactions.here(() -> references.of(subjectType, subject));
  }

  /** The evidence of each of these subjects that has any. */
  public Map<UUID, List<EvidenceItem>> of(String subjectType, Collection<UUID> subjects) {
    return transactions.here(() -> references.of(subjectType, subjects));
  }

  /** Joins two photos before and after; for the demo, which plays the people. */
  public UUID pair(UUID before, UUID after, String place) {
    return pair.pair(null, before, after, place).id();
  }

  /** The preview of a photo as JPEG; null for a document, an unseen item, or when the original is gone. */
  public byte @Nullable [] preview(UUID id) {
    var item = find(id).orElse(null);
    return item == null || item.kind() != EvidenceKind.PHOTO ? null : pictures.of(item, Pictures.PREVIEW);
  }

  /** The bytes of an item as they came in; null for an unseen item, or when the original is gone. */
  public byte @Nullable [] content(UUID id) {
    var item = find(id).orElse(null);
    if (item == null) {
      return null;
    }
    try (var original = blobs.open(item.hash())) {
      return original == null ? null : original.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many items each of these subjects has, what was withdrawn left out; subjects without any are left out. */
  public Map<UUID, Integer> counts(String subjectType, Collection<UUID> subjects) {
    return transactions.here(() -> references.counts(subjectType, subjects));
  }

  /** How many items each of these estates has, what was withdrawn left out. */
  public Map<UUID, Integer> countsByEstate(Collection<UUID> estates) {
    return transactions.here(() -> store.counts(estates));
  }

  /**
   * The hashes of everything on record, sorted and each once, withdrawn or not, but not of what is erased: what a restored folder
   * must hold. Sees all, for the backup and its drill.
   */
  public List<String> hashes() {
    return transactions.as(SystemScope.of("evidence.hashes"), store::hashes);
  }

  /**
   * Their retention is over: what is evidence of these subjects, and neither of another nor half of a pair, is erased with its file and
   * all that is said of it. Joins the caller's transaction, which must see everything; the files follow within minutes.
   *
   * @return how many items were erased
   */
  public int erase(Map<String, ? extends Collection<UUID>> subjects) {
    return erase.erase(subjects);
  }

  /** The estate lies in another area now; called by who keeps estates, in the transaction that moves it. */
  public void moved(UUID estate, String area) {
    transactions.here(() -> store.move(estate, area));
  }
}
