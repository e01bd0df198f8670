package org.xingfuli.engine.triage;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * A model as bytes: {@code XFTM}, format, rows, calibration, classes, dimensions (key, idf, a weight for each class), all big-endian,
 * then the SHA-256 of what stands before. Numbers and texts only: nothing in it can name a class to load. The sum is checked before
 * anything else is believed.
 */
final class ModelFormat {

  private static final int MAGIC = 0x5846544D;
  private static final int FORMAT = 1;
  private static final int SUM = 32;
  private static final int MOST_CLASSES = 5_000;

  /** Bytes beyond which no model of ours is; it would not fit into an array either. */
  private static final int MOST_BYTES = 1 << 30;

  private ModelFormat() {}

  static void write(TrainedModel model, OutputStream stream) throws IOException {
    DigestOutputStream summed = new DigestOutputStream(stream, sha256());
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(summed, 1 << 16));
    body(model, out);
    out.flush();
    stream.write(summed.getMessageDigest().digest());
    stream.flush();
  }

  static String hash(TrainedModel model) {
    MessageDigest digest = sha256();
    try (DataOutputStream out = new DataOutputStream(
        new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest), 1 << 16))) {
      body(model, out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void body(TrainedModel model, DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeInt(FORMAT);
    out.writeInt(model.rows());
    Calibration calibration = model.calibration();
    out.writeDouble(calibration.wanted());
    out.writeDouble(calibration.margin());
    out.writeInt(calibration.rows());
    out.writeDouble(calibration.precision());
    out.writeDouble(calibration.rejectedShare());
    out.writeInt(model.classes().size());
    for (String code : model.classes()) {
      out.writeUTF(code);
    }
    Vectors vectors = model.vectors();
    out.writeInt(vectors.size());
    for (int d = 0; d < vectors.size(); d++) {
      out.writeLong(vectors.keys()[d]);
      out.writeFloat(vectors.idf()[d]);
      for (float[] ofClass : model.weights()) {
        out.writeFloat(ofClass[d]);
      }
    }
  }

  static TrainedModel read(InputStream stream) throws IOException {
    ByteArrayOutputStream held = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
      held.write(buffer, 0, n);
      if (held.size() > MOST_BYTES) {
        throw damaged("larger than " + (MOST_BYTES >> 20) + " MB");
      }
    }
    byte[] bytes = held.toByteArray();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    if (bytes.length < 8 + SUM || in.readInt() != MAGIC) {
      throw damaged("no model");
    }
    int format = in.readInt();
    if (format != FORMAT) {
      throw damaged("format " + format);
    }
    MessageDigest digest = sha256();
    digest.update(bytes, 0, bytes.length - SUM);
    if (!MessageDigest.isEqual(digest.digest(), Arrays.copyOfRange(bytes, bytes.length - SUM, bytes.length))) {
      throw damaged("checksum");
    }
    try {
      return body(in, bytes.length);
    } catch (IOException e) {
      throw damaged("cut off");
    }
  }

  private static TrainedModel body(DataInputStream in, int length) throws IOException {
    int rows = in.readInt();
    double wanted = in.readDouble();
    double margin = in.readDouble();
    Calibration calibration = new Calibration(wanted, margin, in.readInt(), in.readDouble(), in.readDouble());
    int count = in.readInt();
    if (count < 2 || count > MOST_CLASSES) {
      throw damaged("classes " + count);
    }
    String[] classes = new String[count];
    for (int c = 0; c < count; c++) {
      classes[c] = in.readUTF();
    }
    int size = in.readInt();
    if (size < 0 || (long) size * (12 + 4L * count) > length) {
      throw damaged("dimensions " + size);
    }
    long[] keys = new long[size];
    float[] idf = new float[size];
    float[][] weights = new float[count][size];
    for (int d = 0; d < size; d++) {
      keys[d] = in.readLong();
      idf[d] = in.readFloat();
      for (float[] ofClass : weights) {
        ofClass[d] = in.readFloat();
      }
    }
    return new TrainedModel(classes, new Vectors(keys, idf), weights, calibration, rows);
  }

  private static Refused damaged(String reason) {
    return new Refused(Refusal.of("triage.model-damaged", Map.of("reason", reason)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
