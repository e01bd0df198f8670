package org.xingfuli.evidence;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small files of every kind, made on the spot. */
public final class Photos {

  private Photos() {}

  /** A photo whose left half is red and whose right half takes its colour from the seed. */
  public static byte[] jpeg(int width, int height, int seed) {
    return encoded("jpeg", width, height, seed);
  }

  public static byte[] png(int width, int height, int seed) {
    return encoded("png", width, height, seed);
  }

  private static byte[] encoded(String format, int width, int height, int seed) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height);
    graphics.setColor(new Color(seed * 7919 & 0xffff));
    graphics.fillRect(width / 2, 0, width - width / 2, height);
    graphics.dispose();
    try {
      var bytes = new ByteArrayOutputStream();
      ImageIO.write(image, format, bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes into a JPEG what a camera would: time, orientation, and a place north and east. */
  public static byte[] withExif(byte[] jpeg, String time, int orientation, int northDegrees, int eastDegrees) {
    var tiff = ByteBuffer.allocate(400).order(ByteOrder.BIG_ENDIAN);
    tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    // IFD0 with four entries; values that need room stand behind the directories.
    int exifAt = 8 + 2 + 4 * 12 + 4;
    int gpsAt = exifAt + 2 + 12 + 4;
    int room = gpsAt + 2 + 4 * 12 + 4;
    tiff.putShort((short) 4);
    entry(tiff, 0x0110, 2, 8, room);
    entry(tiff, 0x0112, 3, 1, orientation << 16);
    entry(tiff, 0x8769, 4, 1, exifAt);
    entry(tiff, 0x8825, 4, 1, gpsAt);
    tiff.putInt(0);
    tiff.putShort((short) 1);
    entry(tiff, 0x9003, 2, 20, room + 8);
    tiff.putInt(0);
    tiff.putShort((short) 4);
    entry(tiff, 1, 2, 2, 'N' << 24);
    entry(tiff, 2, 5, 3, room + 28);
    entry(tiff, 3, 2, 2, 'E' << 24);
    entry(tiff, 4, 5, 3, room + 52);
    tiff.putInt(0);
    tiff.put("PhoneX1\0".getBytes(StandardCharsets.US_ASCII));
    tiff.put((time + "\0").getBytes(StandardCharsets.US_ASCII));
    for (int degrees : new int[] {northDegrees, eastDegrees}) {
      tiff.putInt(degrees).putInt(1).putInt(0).putInt(1).putInt(0).putInt(1);
    }
    var segment = new byte[tiff.position()];
    tiff.flip().get(segment);
    var out = ByteBuffer.allocate(jpeg.length + segment.length + 10);
    out.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (segment.length + 8));
    out.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(segment).put(jpeg, 2, jpeg.length - 2);
    return out.array();
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  /** A few bytes that claim to be an enormous picture. */
  public static byte[] flood() {
    var png = png(2, 2, 1);
    var head = ByteBuffer.wrap(png);
    head.putInt(16, 60_000).putInt(20, 60_000);
    var check = new CRC32();
    check.update(png, 12, 17);
    head.putInt(29, (int) check.getValue());
    return png;
  }

  public static byte[] heic() {
    return "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
  }

  public static byte[] pdf(String words) {
    return ("%PDF-1.4\n% " + words + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
  }

  /** An office file of these parts, empty inside. */
  public static byte[] zip(String... parts) {
    try {
      var bytes = new ByteArrayOutputStream();
      try (var zip = new ZipOutputStream(bytes)) {
        for (var part : parts) {
          zip.putNextEntry(new ZipEntry(part));
          zip.write('x');
        }
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
