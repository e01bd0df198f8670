package org.xingfuli.drills.year;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.xingfuli.drills.year.Cast.Member;
import tools.jackson.databind.JsonNode;

/** Photos of sites: small, drawn from what they are of, so that the same act has the same bytes in every year of a seed. */
final class Photos {

  private static final int WIDTH = 96;
  private static final int HEIGHT = 72;
  private static final int PATCHES = 12;
  /** From so many days on two photos of a site show that it has changed. */
  private static final int CHANGED = 42;

  /** A photo of a site and the day it was taken. */
  private record Taken(LocalDate day, String photo) {}

  private final Desk desk;
  /** The estate a project's photos are taken in, by the project's id. */
  private final Map<String, String> estates = new HashMap<>();
  /** What the next pair of a project begins with. */
  private final Map<String, Taken> before = new HashMap<>();

  Photos(Desk desk) {
    this.desk = desk;
  }

  /** Learns which estates the projects are about. */
  void know(JsonNode projects) {
    for (var project : projects) {
      JsonNode first = null;
      for (var estate : project.path("estates")) {
        first = first == null || estate.path("name").asString().compareTo(first.path("name").asString()) < 0 ? estate : first;
      }
      if (first != null) {
        estates.put(project.path("id").asString(), first.path("id").asString());
      }
    }
  }

  /** The estate of a project; null when it has none. */
  @Nullable String estate(String project) {
    return estates.get(project);
  }

  /** Takes a photo in a project's estate and sends it; null when it was not taken. */
  @Nullable String ofProject(LocalDate day, Member who, String about, String project, String caption)
      throws IOException, InterruptedException {
    var estate = estate(project);
    return estate == null ? null : ofEstate(day, who, about, estate, caption);
  }

  /** Takes a photo in an estate and sends it; null when it was not taken. */
  @Nullable String ofEstate(LocalDate day, Member who, String about, String estate, String caption)
      throws IOException, InterruptedException {
    return desk.photo(day, who, about, estate, caption, draw(desk.chance(), about, caption, day));
  }

  /** Joins a photo of a site with one of weeks ago, as before and after. */
  void pair(LocalDate day, Member who, String about, String project, String photo) throws IOException, InterruptedException {
    var earlier = before.putIfAbsent(project, new Taken(day, photo));
    if (earlier != null && !day.isBefore(earlier.day().plusDays(CHANGED))) {
      before.put(project, new Taken(day, photo));
      desk.send(day, who, "pair photos", about, "POST", "/api/evidence-pairs",
          Map.of("beforeId", earlier.photo(), "afterId", photo, "place", "施工现场"), null);
    }
  }

  static byte[] draw(Chance chance, Object... topic) throws IOException {
    var of = Arrays.toString(topic);
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (var patch = 0; patch < PATCHES; patch++) {
      var colour = chance.whole(0, 0xffffff, "colour", patch, of);
      var left = patch == 0 ? 0 : chance.whole(0, WIDTH - 16, "left", patch, of);
      var top = patch == 0 ? 0 : chance.whole(0, HEIGHT - 16, "top", patch, of);
      for (var y = top; y < (patch == 0 ? HEIGHT : top + 16); y++) {
        for (var x = left; x < (patch == 0 ? WIDTH : left + 16); x++) {
          image.setRGB(x, y, colour);
        }
      }
    }
    ImageIO.setUseCache(false);
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", bytes);
    return bytes.toByteArray();
  }
}
