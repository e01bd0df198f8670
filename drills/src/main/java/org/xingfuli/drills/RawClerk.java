package org.xingfuli.drills;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * One connection that stays open and writes its HTTP/1.1 requests itself: it shares the processors with the platform it measures,
 * and a client library would take more of them than what it measures.
 */
final class RawClerk implements AutoCloseable {

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] head;
  private final StringBuilder line = new StringBuilder();

  RawClerk(URI address, Person signedIn, String path) throws IOException {
    socket = new Socket("localhost", address.getPort());
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), 8192);
    out = socket.getOutputStream();
    head = ("POST " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nContent-Type: application/json\r\n"
        + signedIn.headers()).getBytes(StandardCharsets.US_ASCII);
  }

  /** Posts it and reads the answer to its end; what the answer says besides is not kept. */
  int post(String key, byte[] json) throws IOException {
    var rest = ("Idempotency-Key: " + key + "\r\nContent-Length: " + json.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    var request = new byte[head.length + rest.length + json.length];
    System.arraycopy(head, 0, request, 0, head.length);
    System.arraycopy(rest, 0, request, head.length, rest.length);
    System.arraycopy(json, 0, request, head.length + rest.length, json.length);
    out.write(request);
    return answer(in, line);
  }

  /** Reads one answer, of a stated length or in chunks, and tells its status. */
  static int answer(InputStream in, StringBuilder line) throws IOException {
    var status = Integer.parseInt(line(in, line).split(" ", 3)[1]);
    var length = 0L;
    var chunked = false;
    for (var header = line(in, line); !header.isEmpty(); header = line(in, line)) {
      var colon = header.indexOf(':');
      var value = header.substring(colon + 1).strip();
      if (header.regionMatches(true, 0, "content-length", 0, colon)) {
        length = Long.parseLong(value);
      } else if (header.regionMatches(true, 0, "transfer-encoding", 0, colon)) {
        chunked = value.equalsIgnoreCase("chunked");
      }
    }
    if (!chunked) {
      in.skipNBytes(length);
      return status;
    }
    for (var size = chunk(in, line); size > 0; size = chunk(in, line)) {
      in.skipNBytes(size + 2);
    }
    line(in, line);
    return status;
  }

  private static long chunk(InputStream in, StringBuilder line) throws IOException {
    return Long.parseLong(line(in, line).split(";", 2)[0].strip(), 16);
  }

  private static String line(InputStream in, StringBuilder line) throws IOException {
    line.setLength(0);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the platform closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
