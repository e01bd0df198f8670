package org.xingfuli.appeal.web.open311;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.flow.FileServiceRequest;
import org.xingfuli.appeal.model.AppealCheck;
import org.xingfuli.appeal.model.Complainant;
import org.xingfuli.appeal.model.NewAppeal;
import org.xingfuli.appeal.model.Phone;
import org.xingfuli.appeal.model.ServiceAttribute;
import org.xingfuli.appeal.store.Open311Store;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.wire.Problems;

/** Reads the form a client posts (GeoReport v2, POST Service Request), and tells all that is wrong with it at once. */
@Component
class ServiceRequestForm {

  private static final int MOST_TEXT = 200;
  private static final int MOST_URL = 2_000;

  private final Services services;

  ServiceRequestForm(Services services) {
    this.services = services;
  }

  FileServiceRequest.Request read(Map<String, String[]> form) {
    var code = text(form, "service_code");
    if (code == null) {
      throw new Refused(Refusal.of("appeal.open311-missing", Map.of("pointer", "/service_code", "what", "service_code")));
    }
    var service = services.find(code).orElseThrow(Problems::absent);
    var faults = new ArrayList<Refusal>();
    var latitude = degree(form, "lat", 90, faults);
    var longitude = degree(form, "long", 180, faults);
    var address = text(form, "address_string");
    var building = building(form, faults);
    if (address == null && building == null && (latitude == null || longitude == null) && faults.isEmpty()) {
      faults.add(Refusal.of("appeal.open311-no-place", Map.of("pointer", "/address_string")));
    }
    var description = text(form, "description");
    var phone = text(form, "phone");
    if (phone != null && Phone.plain(phone) == null) {
      faults.add(Refusal.of("appeal.phone", Map.of("pointer", "/phone")));
    }
    longer(form, "description", AppealCheck.MOST_WORDS, faults);
    Stream.of("address_string", "first_name", "last_name", "account_id").forEach(name -> longer(form, name, MOST_TEXT, faults));
    longer(form, "media_url", MOST_URL, faults);
    var questions = services.questions(code);
    questions.forEach(one -> faults.addAll(one.faults(answers(form, one))));
    Refused.ifAny(faults);
    var words = Stream.concat(Stream.of(description == null ? service.zh() : description), questions.stream()
        .filter(one -> answers(form, one).stream().anyMatch(answer -> !answer.isBlank())).map(one -> one.read(answers(form, one))))
        .collect(Collectors.joining("\n"));
    return new FileServiceRequest.Request(words, address, building,
        latitude == null || longitude == null ? null : new NewAppeal.Where("", null, null, null, null, null, latitude, longitude),
        complainant(form, phone), new Open311Store.Beside(code, text(form, "address_id"), text(form, "media_url"), text(form, "account_id")));
  }

  private static List<String> answers(Map<String, String[]> form, ServiceAttribute attribute) {
    return Stream.of("attribute[" + attribute.code() + "]", "attribute[" + attribute.code() + "][]")
        .flatMap(name -> Arrays.stream(form.getOrDefault(name, new String[0]))).toList();
  }

  private static @Nullable String text(Map<String, String[]> form, String name) {
    var given = form.get(name);
    return given == null || given.length == 0 || given[0].isBlank() ? null : given[0].strip();
  }

  private static void longer(Map<String, String[]> form, String name, int most, List<Refusal> faults) {
    var given = text(form, name);
    if (given != null && given.codePointCount(0, given.length()) > most) {
      faults.add(Refusal.of("appeal.too-long", Map.of("pointer", "/" + name, "most", most, "length", given.codePointCount(0, given.length()))));
    }
  }

  private static @Nullable BigDecimal degree(Map<String, String[]> form, String name, int most, List<Refusal> faults) {
    var given = text(form, name);
    if (given == null) {
      return null;
    }
    try {
      var degree = new BigDecimal(given);
      if (degree.abs().compareTo(BigDecimal.valueOf(most)) <= 0) {
        return degree;
      }
    } catch (NumberFormatException none) {
      // told below, like one that lies outside of the earth
    }
    faults.add(Refusal.of("appeal.order-degree", Map.of("pointer", "/" + name, "value", given.length() > 40 ? given.substring(0, 40) : given, "most", most)));
    return null;
  }

  private static @Nullable UUID building(Map<String, String[]> form, List<Refusal> faults) {
    var given = text(form, "address_id");
    if (given == null) {
      return null;
    }
    try {
      return UUID.fromString(given);
    } catch (IllegalArgumentException none) {
      faults.add(Refusal.of("appeal.no-such-building", Map.of("pointer", "/address_id")));
      return null;
    }
  }

  /** E-mail addresses and ids of devices are not kept: nothing here answers by them. */
  private static Complainant complainant(Map<String, String[]> form, @Nullable String phone) {
    var first = text(form, "first_name");
    var last = text(form, "last_name");
    var name = first == null && last == null ? null : last == null ? first : first == null ? last
        : last.codePoints().allMatch(Character::isIdeographic) ? last + first : first + " " + last;
    if (name == null && phone == null) {
      return Complainant.ANONYMOUS;
    }
    return new Complainant(Complainant.Kind.RESIDENT, name, phone, null, phone == null ? Complainant.ReplyBy.NONE : Complainant.ReplyBy.PHONE, null);
  }
}
