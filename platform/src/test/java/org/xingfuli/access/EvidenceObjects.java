package org.xingfuli.access;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.evidence.NewEvidence;
import org.xingfuli.evidence.Photos;
import org.xingfuli.evidence.flow.PairPhotos;
import org.xingfuli.evidence.flow.VerifyAll;

/** Photos, and walks over them. */
@TestComponent
final class EvidenceObjects implements MatrixObjects {

  private static final byte[] PHOTO = Photos.jpeg(24, 16, 1);

  private final MatrixWorld world;
  private final Evidence evidence;
  private final VerifyAll verify;
  private final PairPhotos pairs;

  EvidenceObjects(MatrixWorld world, Evidence evidence, VerifyAll verify, PairPhotos pairs) {
    this.verify = verify;
    this.pairs = pairs;
    this.world = world;
    this.evidence = evidence;
  }

  @Override
  public boolean knows(String path) {
    return path.startsWith("/api/evidence/{id}") || path.startsWith("/api/evidence-verifications/{id}");
  }

  /** Two photos of an estate of the place, before and after; the later one. */
  UUID pair(Place place) {
    var both = world.system(() -> List.of(evidence.attach(NewEvidence.of(world.estate(place), "a.jpg", "改造前"), PHOTO),
        evidence.attach(NewEvidence.of(world.estate(place), "b.jpg", "改造后"), PHOTO)));
    return world.system(() -> pairs.pair(null, both.getFirst(), both.getLast(), "屋面")).afterId();
  }

  @Override
  public Map<String, String> at(String endpoint, Place place, boolean changing) {
    if (endpoint.contains("/evidence-verifications/") && place != Place.NONE) {
      return Map.of("id", world.system(() -> verify.begin(null)).toString());
    }
    var id = place == Place.NONE
        ? UUID.randomUUID()
        : world.system(() -> evidence.attach(NewEvidence.of(world.estate(place), "m.jpg", "矩阵"), PHOTO));
    return Map.of("id", id.toString());
  }

  @Override
  public @Nullable Object body(String endpoint) {
    return endpoint.endsWith("/withdraw") ? Map.of("reason", "拍错了地方") : MatrixObjects.super.body(endpoint);
  }
}
