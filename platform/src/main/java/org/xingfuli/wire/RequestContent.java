package org.xingfuli.wire;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a request with an {@code Idempotency-Key} asks for, as one hash: its method, address and body. JSON counts by what it says,
 * not by the order or the blanks it is written with; of a form with files every part counts, the files byte by byte, and not the
 * boundary, which differs each time.
 */
@ControllerAdvice
class RequestContent extends RequestBodyAdviceAdapter {

  private static final String BODY = RequestContent.class.getName();
  private static final JsonMapper SORTED = JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  @Override
  public boolean supports(MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public HttpInputMessage beforeBodyRead(HttpInputMessage message, MethodParameter parameter, Type target,
      Class<? extends HttpMessageConverter<?>> converter) throws IOException {
    var running = running();
    if (running == null || message.getHeaders().getFirst("Idempotency-Key") == null) {
      return message;
    }
    var body = message.getBody().readAllBytes();
    read(running, body);
    return new HttpInputMessage() {
      @Override
      public InputStream getBody() {
        return new ByteArrayInputStream(body);
      }

      @Override
      public HttpHeaders getHeaders() {
        return message.getHeaders();
      }
    };
  }

  /** Remembers the body for as long as the request runs. */
  static void read(HttpServletRequest request, byte[] body) {
    request.setAttribute(BODY, body);
  }

  /** The hash of the running request; null where none runs, as in a job. */
  static @Nullable String hash() {
    var request = running();
    if (request == null) {
      return null;
    }
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      add(digest, text(request.getMethod()));
      add(digest, text(request.getRequestURI()));
      add(digest, text(Objects.requireNonNullElse(request.getQueryString(), "")));
      if (request.getAttribute(BODY) instanceof byte[] body) {
        add(digest, said(body));
      } else if (Objects.requireNonNullElse(request.getContentType(), "").startsWith("multipart/")) {
        for (var part : request.getParts()) {
          add(digest, text(part.getName()));
          add(digest, text(Objects.requireNonNullElse(part.getSubmittedFileName(), "")));
          try (var content = part.getInputStream()) {
            var bytes = content.readAllBytes();
            add(digest, part.getSubmittedFileName() == null ? said(bytes) : bytes);
          }
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException | ServletException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable HttpServletRequest running() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes running ? running.getRequest() : null;
  }

  private static byte[] said(byte[] body) {
    try {
      return SORTED.writeValueAsBytes(SORTED.readValue(body, Object.class));
    } catch (JacksonException notJson) {
      return body;
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Each with its length, so that two neighbours are never taken for another two. */
  private static void add(MessageDigest digest, byte[] bytes) {
    digest.update(text(bytes.length + ":"));
    digest.update(bytes);
  }
}
