package org.xingfuli.wire;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.xingfuli.kernel.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;

/** Turns what Spring and Bean Validation found wrong into refusals of the catalogue, each with its place. */
final class Validation {

  private static final Pattern INDEX = Pattern.compile("\\[(\\w*)]");

  /** Constraint names of Bean Validation and their codes; others are told by the general code. */
  private static final Map<String, String> CODES = Map.ofEntries(
      Map.entry("NotNull", "validation.missing"), Map.entry("NotBlank", "validation.missing"),
      Map.entry("NotEmpty", "validation.missing"), Map.entry("Size", "validation.size"),
      Map.entry("Min", "validation.range"), Map.entry("Max", "validation.range"),
      Map.entry("DecimalMin", "validation.range"), Map.entry("DecimalMax", "validation.range"),
      Map.entry("Positive", "validation.range"), Map.entry("PositiveOrZero", "validation.range"),
      Map.entry("Pattern", "validation.pattern"));

  private Validation() {}

  static List<Refusal> faults(BindingResult result) {
    return result.getAllErrors().stream().map(Validation::fault).toList();
  }

  static List<Refusal> faults(ConstraintViolationException e) {
    return e.getConstraintViolations().stream().map(Validation::fault).toList();
  }

  static List<Refusal> faults(HandlerMethodValidationException e) {
    return e.getParameterValidationResults().stream()
        .flatMap(result -> result.getResolvableErrors().stream().map(error -> error instanceof FieldError field
            ? fault(field)
            : fault(error, "/" + result.getMethodParameter().getParameterName(), result.getArgument())))
        .toList();
  }

  private static Refusal fault(ObjectError error) {
    var field = error instanceof FieldError f ? f : null;
    return fault(error, field == null ? "" : pointer(field.getField()), field == null ? null : field.getRejectedValue());
  }

  private static Refusal fault(MessageSourceResolvable error, String pointer, @Nullable Object value) {
    var codes = Objects.requireNonNullElse(error.getCodes(), new String[] {"Other"});
    var constraint = codes[codes.length - 1];
    return refusal(constraint, pointer, value, error.getDefaultMessage());
  }

  private static Refusal fault(ConstraintViolation<?> violation) {
    var constraint = violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    var path = violation.getPropertyPath().toString();
    return refusal(constraint, pointer(path.substring(path.indexOf('.') + 1)), violation.getInvalidValue(),
        violation.getMessage());
  }

  private static Refusal refusal(String constraint, String pointer, @Nullable Object value, @Nullable String message) {
    var values = new LinkedHashMap<String, Object>();
    values.put("pointer", pointer);
    values.put("value", value == null ? "" : shorten(value.toString()));
    values.put("rule", message == null ? constraint : message);
    return Refusal.of(CODES.getOrDefault(constraint, "validation.other"), values);
  }

  private static String shorten(String text) {
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }

  private static String pointer(String path) {
    return "/" + INDEX.matcher(path).replaceAll("/$1").replace('.', '/');
  }

  /** A body that is no JSON, or has a value of the wrong kind; the place is told, the parser's words are not. */
  static Refusal unreadable(HttpMessageNotReadableException e) {
    if (e.getCause() instanceof JacksonException json && !(json instanceof StreamReadException)) {
      var pointer = json.getPath().stream()
          .map(step -> step.getPropertyName() == null ? Integer.toString(step.getIndex()) : step.getPropertyName())
          .collect(Collectors.joining("/", "/", ""));
      return Refusal.of("common.wrong-kind", Map.of("pointer", pointer));
    }
    return Refusal.of("common.unreadable");
  }

  static Refusal byStatus(int status, Exception e) {
    if (e instanceof MethodArgumentTypeMismatchException mismatch) {
      return Refusal.of("common.bad-parameter", Map.of(
          "pointer", "/" + mismatch.getName(), "name", mismatch.getName(), "value", shorten(String.valueOf(mismatch.getValue()))));
    }
    if (e instanceof MissingServletRequestParameterException missing) {
      return Refusal.of("common.missing-parameter", Map.of(
          "pointer", "/" + missing.getParameterName(), "name", missing.getParameterName()));
    }
    return byStatus(status);
  }

  static Refusal byStatus(int status) {
    return switch (status) {
      case 401 -> Refusal.of("common.sign-in-needed");
      case 403 -> Refusal.of("common.forbidden");
      case 404 -> Refusal.of("common.not-found");
      case 405 -> Refusal.of("common.method");
      case 406 -> Refusal.of("common.not-acceptable");
      case 413 -> Refusal.of("common.too-large");
      case 415 -> Refusal.of("common.media-type");
      case 429 -> Refusal.of("common.too-many");
      case 503 -> Refusal.of("common.database-away");
      default -> Refusal.of(status < 500 ? "common.bad-request" : "common.internal", Map.of("incident", "-"));
    };
  }
}
