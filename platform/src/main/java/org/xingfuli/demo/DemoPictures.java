package org.xingfuli.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.springframework.core.io.ClassPathResource;

/**
 * Draws the demo's photos: schematic pictures of a roof, a façade, a yard, a stairwell door or a plan of pipes, labelled as
 * samples. Labels are outlines and no text, so that the same picture comes out on every machine, also where no Chinese font
 * is installed.
 */
final class DemoPictures {

  /** What a picture shows. */
  enum Scene { ROOF, FACADE, YARD, DOOR, PIPES }

  private static final int WIDTH = 960;
  private static final int HEIGHT = 720;
  private static final Pattern STEP = Pattern.compile("([MLQCZ])([-0-9 ]*)");
  private static final Map<String, Shape> LABELS = labels();

  private final Graphics2D graphics;
  private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
  private final SplittableRandom random;
  private final boolean after;

  private DemoPictures(long seed, boolean after) {
    this.random = new SplittableRandom(seed);
    this.after = after;
    this.graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  /** The scene as JPEG, before or after the work; the same seed gives the same place. */
  static byte[] draw(Scene scene, boolean after, long seed) {
    var picture = new DemoPictures(seed, after);
    switch (scene) {
      case ROOF -> picture.building(true);
      case FACADE -> picture.building(false);
      case YARD -> picture.yard();
      case DOOR -> picture.door();
      case PIPES -> picture.pipes();
    }
    picture.label(scene == Scene.PIPES || scene == Scene.DOOR);
    return picture.jpeg();
  }

  private void building(boolean roof) {
    sky();
    int storeys = 5 + random.nextInt(2);
    int left = 120 + random.nextInt(40);
    int width = 700;
    int top = roof ? 250 : 190;
    fill(after ? 0xE9DCC3 : 0xB9B2A6, new Rectangle2D.Double(left, top, width, HEIGHT - top - 60));
    for (int storey = 0; storey < storeys; storey++) {
      int y = top + 34 + storey * (HEIGHT - top - 110) / storeys;
      for (int column = 0; column < 7; column++) {
        window(left + 34 + column * 94, y, storey * 7 + column);
      }
    }
    if (roof) {
      roof(left, top, width);
    } else if (!after) {
      stains(left, top, width);
    } else {
      fill(0xB5533C, new Rectangle2D.Double(left - 10, top - 16, width + 20, 18));
      for (int line = 1; line < 4; line++) {
        fill(0xD8C7A6, new Rectangle2D.Double(left, top + line * 120.0, width, 8));
      }
    }
    ground();
  }

  private void window(int x, int y, int number) {
    fill(after ? 0x6E8FA3 : 0x55626B, new Rectangle2D.Double(x, y, 52, 44));
    fill(after ? 0xF4F4F0 : 0x8C877E, new Rectangle2D.Double(x - 4, y + 44, 60, 6));
    if (!after && random.nextInt(3) == 0) {
      graphics.setColor(new Color(0x3D3A36));
      graphics.setStroke(new BasicStroke(2));
      for (int bar = 0; bar <= 5; bar++) {
        graphics.drawLine(x + bar * 10 + 1, y - 2, x + bar * 10 + 1, y + 46);
      }
    } else if (after && number % 3 == 1) {
      fill(0xDDE3E6, new Rectangle2D.Double(x + 8, y + 54, 34, 18));
    }
  }

  /** Before: a flat roof with sheds built on it; after: a tiled pitched roof. */
  private void roof(int left, int top, int width) {
    if (!after) {
      fill(0x6F6A63, new Rectangle2D.Double(left - 8, top - 14, width + 16, 16));
      for (int shed = 0; shed < 5; shed++) {
        int x = left + 20 + shed * 138 + random.nextInt(24);
        int high = 46 + random.nextInt(46);
        fill(new int[] {0x5F87A8, 0x9B8F7C, 0xA7685A}[random.nextInt(3)], new Rectangle2D.Double(x, top - 14 - high, 92, high));
        fill(0x4B5964, new Rectangle2D.Double(x - 6, top - 20 - high, 104, 8));
        fill(0x2F3B44, new Rectangle2D.Double(x + 16, top + 4 - high, 24, 22));
      }
      return;
    }
    var slope = new Polygon(new int[] {left - 26, left + 70, left + width - 70, left + width + 26},
        new int[] {top, top - 128, top - 128, top}, 4);
    fill(0xA9483A, slope);
    graphics.setClip(slope);
    graphics.setStroke(new BasicStroke(3));
    graphics.setColor(new Color(0x8C3A2F));
    for (int row = 0; row < 9; row++) {
      graphics.drawLine(left - 30, top - row * 15, left + width + 30, top - row * 15);
    }
    graphics.setColor(new Color(0xC06352));
    for (int column = -2; column < 50; column++) {
      graphics.drawLine(left + column * 16, top, left + column * 16 + 14, top - 128);
    }
    graphics.setClip(null);
    fill(0x7C3228, new Rectangle2D.Double(left + 66, top - 136, width - 132, 12));
  }

  private void stains(int left, int top, int width) {
    for (int stain = 0; stain < 14; stain++) {
      int x = left + random.nextInt(width - 60);
      int y = top + random.nextInt(320);
      graphics.setColor(new Color(70, 62, 52, 60 + random.nextInt(50)));
      graphics.fill(new Ellipse2D.Double(x, y, 30 + random.nextInt(50), 60 + random.nextInt(90)));
    }
    graphics.setColor(new Color(0x4A443C));
    graphics.setStroke(new BasicStroke(2.5f));
    for (int crack = 0; crack < 5; crack++) {
      var path = new Path2D.Double();
      double x = left + random.nextInt(width);
      double y = top + random.nextInt(200);
      path.moveTo(x, y);
      for (int step = 0; step < 7; step++) {
        path.lineTo(x += random.nextInt(-18, 19), y += 24);
      }
      graphics.draw(path);
    }
  }

  private void yard() {
    sky();
    fill(0xB7AE9F, new Rectangle2D.Double(0, 170, WIDTH, 150));
    for (int house = 0; house < 6; house++) {
      fill(after ? 0xE5D8BF : 0xA79F92, new Rectangle2D.Double(house * 164.0 + 6, 90 + random.nextInt(30), 150, 220));
    }
    fill(after ? 0x4C5258 : 0x8B8175, new Polygon(new int[] {300, 620, 960, 0}, new int[] {310, 310, 720, 720}, 4));
    if (after) {
      graphics.setColor(Color.WHITE);
      graphics.setStroke(new BasicStroke(6));
      for (int bay = 0; bay < 6; bay++) {
        graphics.drawLine(640 + bay * 18, 330 + bay * 62, 860 + bay * 26, 330 + bay * 62);
      }
      for (int tree = 0; tree < 6; tree++) {
        tree(60 + tree * 34, 560 - tree * 42, 46 - tree * 4);
      }
    } else {
      for (int hole = 0; hole < 16; hole++) {
        int y = 350 + random.nextInt(340);
        graphics.setColor(new Color(90, 80, 68, 150));
        graphics.fill(new Ellipse2D.Double(120 + random.nextInt(680), y, 40 + random.nextInt(90), 14 + random.nextInt(20)));
      }
      for (int car = 0; car < 5; car++) {
        int x = 60 + car * 170 + random.nextInt(40);
        int y = 420 + random.nextInt(180);
        fill(new int[] {0x7A8B99, 0x94463E, 0x4E5B52}[random.nextInt(3)], new Rectangle2D.Double(x, y, 120, 40));
        fill(0x37424B, new Rectangle2D.Double(x + 22, y - 22, 70, 24));
      }
    }
  }

  private void tree(int x, int y, int size) {
    fill(0x6B4E36, new Rectangle2D.Double(x - 4, y, 8, 40));
    fill(0x4F8A55, new Ellipse2D.Double(x - size / 2.0, y - size * 1.2, size, size * 1.4));
  }

  /** A stairwell's door with the sheet beside it. */
  private void door() {
    fill(0xCFC5B2, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    fill(0x6B5744, new Rectangle2D.Double(190, 120, 300, 600));
    fill(0x8A7258, new Rectangle2D.Double(214, 144, 120, 556));
    fill(0x8A7258, new Rectangle2D.Double(346, 144, 120, 556));
    graphics.rotate(Math.toRadians(random.nextInt(-2, 3)), 660, 330);
    fill(0xFFFFFF, new Rectangle2D.Double(560, 190, 220, 310));
    fill(0xB3261E, new Rectangle2D.Double(586, 214, 168, 30));
    for (int line = 0; line < 9; line++) {
      fill(0x6B7684, new Rectangle2D.Double(586, 266 + line * 22.0, 90 + random.nextInt(78), 8));
    }
    graphics.setTransform(new AffineTransform());
  }

  private void pipes() {
    fill(0xF7F8F5, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    graphics.setStroke(new BasicStroke(1));
    graphics.setColor(new Color(0xDDE3E0));
    for (int line = 0; line < WIDTH; line += 40) {
      graphics.drawLine(line, 0, line, HEIGHT);
      graphics.drawLine(0, line, WIDTH, line);
    }
    for (int house = 0; house < 8; house++) {
      var at = new Rectangle2D.Double(110 + house % 4 * 205.0, 130 + house / 4 * 290.0, 150, 80);
      fill(0xE3E6E8, at);
      graphics.setColor(new Color(0x48566A));
      graphics.setStroke(new BasicStroke(3));
      graphics.draw(at);
    }
    int y = 250;
    for (int colour : new int[] {0x1F77B4, 0xC98A00, 0xB3261E, 0x5B3A9E}) {
      graphics.setColor(new Color(colour));
      graphics.setStroke(new BasicStroke(5));
      graphics.drawLine(60, y, 900, y);
      for (int house = 0; house < 4; house++) {
        int x = 130 + house * 205 + (y - 250) / 2 + random.nextInt(6);
        graphics.drawLine(x, y, x, 210);
        graphics.drawLine(x, y, x, 420);
      }
      y += 34;
    }
  }

  private void sky() {
    for (int y = 0; y < HEIGHT; y++) {
      int grey = (after ? 214 : 196) + y * 30 / HEIGHT;
      graphics.setColor(new Color(Math.min(255, grey - 20), Math.min(255, grey), Math.min(255, grey + (after ? 26 : 8))));
      graphics.drawLine(0, y, WIDTH, y);
    }
  }

  private void ground() {
    fill(after ? 0x8FA38A : 0x8E8678, new Rectangle2D.Double(0, HEIGHT - 62.0, WIDTH, 62));
    for (int tree = 0; tree < (after ? 7 : 2); tree++) {
      tree(70 + tree * 140, HEIGHT - 92, 44);
    }
  }

  private void label(boolean plain) {
    graphics.setColor(new Color(16, 32, 44, 190));
    graphics.fillRect(0, HEIGHT - 62, plain ? 262 : 412, 62);
    graphics.setColor(Color.WHITE);
    put("示意图·样例", 20);
    if (!plain) {
      put(after ? "改造后" : "改造前", 276);
    }
  }

  private void put(String words, int x) {
    var before = graphics.getTransform();
    graphics.translate(x, HEIGHT - 52);
    graphics.scale(0.1, 0.1);
    graphics.fill(Objects.requireNonNull(LABELS.get(words)));
    graphics.setTransform(before);
  }

  private void fill(int colour, Shape shape) {
    graphics.setColor(new Color(colour));
    graphics.fill(shape);
  }

  private byte[] jpeg() {
    graphics.dispose();
    try {
      var bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "jpeg", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Outlines of a few words in tenths of a pixel, taken from Noto Sans CJK (SIL Open Font License 1.1). */
  private static Map<String, Shape> labels() {
    try (var in = new ClassPathResource("demo/labels.txt").getInputStream()) {
      var labels = new HashMap<String, Shape>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
        var parts = line.split("\t", 2);
        labels.put(parts[0], path(parts[1]));
      });
      return labels;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path2D path(String steps) {
    var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    var step = STEP.matcher(steps);
    while (step.find()) {
      var words = step.group(2).isBlank() ? new String[0] : step.group(2).trim().split(" ");
      var n = new double[words.length];
      for (int i = 0; i < words.length; i++) {
        n[i] = Double.parseDouble(words[i]);
      }
      switch (step.group(1)) {
        case "M" -> path.moveTo(n[0], n[1]);
        case "L" -> path.lineTo(n[0], n[1]);
        case "Q" -> path.quadTo(n[0], n[1], n[2], n[3]);
        case "C" -> path.curveTo(n[0], n[1], n[2], n[3], n[4], n[5]);
        default -> path.closePath();
      }
    }
    return path;
  }
}
