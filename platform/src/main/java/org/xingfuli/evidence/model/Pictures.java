package org.xingfuli.evidence.model;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes small pictures of photos: upright, on white, as JPEG and without anything a camera wrote into them. The same photo
 * gives the same bytes. Size is read before anything is decoded, and what is decoded is thinned out while it is read, so
 * that no photo takes more memory than a few small ones.
 */
public final class Pictures {

  /** Longest sides, pixels. */
  public static final int THUMBNAIL = 320;
  public static final int PREVIEW = 1600;

  private static final float QUALITY = 0.85f;

  /** Width and height as stored, before orientation. */
  public record Size(int width, int height) {
    public long pixels() {
      return (long) width * height;
    }

    /** As shown: the orientations from 5 on lie on their side. */
    public Size shown(int orientation) {
      return orientation >= 5 ? new Size(height, width) : this;
    }
  }

  /** Both small pictures of a photo. */
  public record Small(byte[] thumbnail, byte[] preview) {}

  private Pictures() {}

  /** The size of the photo by its head alone; null when it has none. */
  public static @Nullable Size size(byte[] photo, Format format) {
    try (var in = input(photo)) {
      var reader = reader(format);
      try {
        reader.setInput(in, true, true);
        var size = new Size(reader.getWidth(0), reader.getHeight(0));
        return size.width() > 0 && size.height() > 0 ? size : null;
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException torn) {
      return null;
    }
  }

  /** The small pictures; null when the photo cannot be decoded. */
  public static @Nullable Small small(byte[] photo, Format format, int orientation) {
    try {
      var decoded = decoded(photo, format);
      var preview = upright(scaled(decoded, PREVIEW), orientation);
      return new Small(jpeg(scaled(preview, THUMBNAIL)), jpeg(preview));
    } catch (IOException | RuntimeException torn) {
      return null;
    }
  }

  private static BufferedImage decoded(byte[] photo, Format format) throws IOException {
    try (var in = input(photo)) {
      var reader = reader(format);
      try {
        reader.setInput(in, true, true);
        var parameters = reader.getDefaultReadParam();
        int thin = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * PREVIEW));
        parameters.setSourceSubsampling(thin, thin, 0, 0);
        return reader.read(0, parameters);
      } finally {
        reader.dispose();
      }
    }
  }

  private static ImageInputStream input(byte[] photo) throws IOException {
    return ImageIO.createImageInputStream(new ByteArrayInputStream(photo));
  }

  private static ImageReader reader(Format format) {
    return ImageIO.getImageReadersByFormatName(format.name().toLowerCase(Locale.ROOT)).next();
  }

  /** No longer than the side, never larger than it was; by halves, so that no line of it is skipped. */
  private static BufferedImage scaled(BufferedImage image, int side) {
    double scale = Math.min(1, (double) side / Math.max(image.getWidth(), image.getHeight()));
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    var step = image;
    while (step.getWidth() > 2 * width) {
      step = drawn(step, step.getWidth() / 2, Math.max(height, step.getHeight() / 2));
    }
    return drawn(step, width, height);
  }

  private static BufferedImage drawn(BufferedImage image, int width, int height) {
    var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = drawn.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return drawn;
  }

  private static BufferedImage upright(BufferedImage image, int orientation) {
    if (orientation == 1) {
      return image;
    }
    int width = image.getWidth();
    int height = image.getHeight();
    var turn = switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      default -> new AffineTransform(0, -1, 1, 0, 0, width);
    };
    var size = new Size(width, height).shown(orientation);
    var drawn = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    var graphics = drawn.createGraphics();
    graphics.drawImage(image, turn, null);
    graphics.dispose();
    return drawn;
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      var parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
