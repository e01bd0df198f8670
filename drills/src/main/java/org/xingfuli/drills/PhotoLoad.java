package org.xingfuli.drills;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;

/** Photos sent one after the other while something else happens, and what became of those that were acknowledged. */
final class PhotoLoad {

  private static final int SIDE = 160;

  private final Platform platform;
  private final Random random;
  /** SHA-256 of what was sent, by the id it was acknowledged under. */
  private final Map<String, String> acknowledged = new LinkedHashMap<>();
  private volatile boolean running = true;
  private Thread thread = new Thread();

  PhotoLoad(Platform platform, long seed) {
    this.platform = platform;
    this.random = new Random(seed);
  }

  void start() throws IOException, InterruptedException {
    var sender = Person.signIn(platform, "PLANNER");
    var estate = sender.json("/api/estates?limit=1").path("items").path(0).path("id").asString();
    thread = Thread.ofVirtual().start(() -> {
      while (running) {
        try {
          send(sender, estate);
        } catch (IOException e) {
          System.err.println("  " + e);
          return;
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    });
  }

  private void send(Person sender, String estate) throws IOException, InterruptedException {
    var photo = draw();
    var answer = sender.upload("/api/evidence", Map.of("estateId", estate, "items", List.of(Map.of("caption", "演练"))),
        "drill.jpg", photo, UUID.randomUUID());
    if (answer.statusCode() / 100 == 2) {
      var id = Person.JSON.readTree(answer.body()).path("items").path(0).path("id").asString();
      synchronized (acknowledged) {
        acknowledged.put(id, Sha256.of(photo));
      }
    }
  }

  void stop() throws InterruptedException {
    running = false;
    thread.join(30_000);
  }

  /** Those acknowledged so far. */
  Map<String, String> soFar() {
    synchronized (acknowledged) {
      return new LinkedHashMap<>(acknowledged);
    }
  }

  /** Each photo is there and is, byte by byte, what was sent. */
  static List<String> compare(Platform platform, Map<String, String> sent) throws IOException, InterruptedException {
    var reader = Person.signIn(platform, "PLANNER");
    var faults = new ArrayList<String>();
    for (var photo : sent.entrySet()) {
      try {
        if (!Sha256.of(reader.bytes("/api/evidence/" + photo.getKey() + "/content")).equals(photo.getValue())) {
          faults.add("the photo " + photo.getKey() + " is not what was sent");
        }
      } catch (IOException absent) {
        faults.add("the photo " + photo.getKey() + " was acknowledged: " + absent.getMessage());
      }
    }
    return faults;
  }

  private byte[] draw() throws IOException {
    var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        image.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    ImageIO.setUseCache(false);
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", bytes);
    return bytes.toByteArray();
  }
}
