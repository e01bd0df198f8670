package org.xingfuli.drills;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * One connection that stays open and writes its HTTP/1.1 requests itself: it shares the processors with the platform it measures,
 * and a client library would take more of them than what it measures.
 */
final class RawClerk implements AutoCloseable {

  /** What an answer says of itself. */
  record Answer(int status, boolean closes) {}

  private final URI address;
  private final byte[] head;
  private final StringBuilder line = new StringBuilder();
  private Socket socket;
  private InputStream in;

  RawClerk(URI address, Person signedIn, String path) throws IOException {
    this.address = address;
    socket = connected();
    in = new BufferedInputStream(socket.getInputStream(), 8192);
    head = ("POST " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nContent-Type: application/json\r\n"
        + signedIn.headers()).getBytes(StandardCharsets.US_ASCII);
  }

  private Socket connected() throws IOException {
    var connected = new Socket("localhost", address.getPort());
    connected.setTcpNoDelay(true);
    return connected;
  }

  /** Posts it and reads the answer to its end; what the answer says besides is not kept. A connection the platform ends is made anew. */
  int post(String key, byte[] json) throws IOException {
    var rest = ("Idempotency-Key: " + key + "\r\nContent-Length: " + json.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    var request = new byte[head.length + rest.length + json.length];
    System.arraycopy(head, 0, request, 0, head.length);
    System.arraycopy(rest, 0, request, head.length, rest.length);
    System.arraycopy(json, 0, request, head.length + rest.length, json.length);
    socket.getOutputStream().write(request);
    var answer = answer(in, line);
    if (answer.closes()) {
      socket.close();
      socket = connected();
      in = new BufferedInputStream(socket.getInputStream(), 8192);
    }
    return answer.status();
  }

  /** Reads one answer, of a stated length or in chunks, and tells its status and whether it is the connection's last. */
  static Answer answer(InputStream in, StringBuilder line) throws IOException {
    var status = Integer.parseInt(line(in, line).split(" ", 3)[1]);
    var length = 0L;
    var chunked = false;
    var closes = false;
    for (var header = line(in, line); !header.isEmpty(); header = line(in, line)) {
      var colon = header.indexOf(':');
      var value = header.substring(colon + 1).strip();
      if (header.regionMatches(true, 0, "content-length", 0, colon)) {
        length = Long.parseLong(value);
      } else if (header.regionMatches(true, 0, "transfer-encoding", 0, colon)) {
        chunked = value.equalsIgnoreCase("chunked");
      } else if (header.regionMatches(true, 0, "connection", 0, colon)) {
        closes = value.equalsIgnoreCase("close");
      }
    }
    if (!chunked) {
      in.skipNBytes(length);
      return new Answer(status, closes);
    }
    for (var size = chunk(in, line); size > 0; size = chunk(in, line)) {
      in.skipNBytes(size + 2);
    }
    line(in, line);
    return new Answer(status, closes);
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
