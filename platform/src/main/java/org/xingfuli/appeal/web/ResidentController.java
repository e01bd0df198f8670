package org.xingfuli.appeal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.xingfuli.access.Public;
import org.xingfuli.appeal.flow.ResidentDoor;
import org.xingfuli.appeal.flow.ResidentDoor.Opened;
import org.xingfuli.appeal.flow.ResidentDoor.Report;
import org.xingfuli.appeal.web.ResidentView.CaseView;
import org.xingfuli.appeal.web.ResidentView.PlaceView;
import org.xingfuli.appeal.web.ResidentView.ReceiptView;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** The resident page: no account, no cookie; what opens something is a code, a pair, or a ticket. */
@RestController
@RequestMapping("/api/resident")
class ResidentController {

  /** So long a browser or a proxy may keep what a stairwell tells, and so many at once ask us. */
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final int SEATS = 4;

  private final ResidentDoor door;
  private final PlaceViews places;
  private final ResidentViews views;
  private final Semaphore seats = new Semaphore(SEATS);

  ResidentController(ResidentDoor door, PlaceViews places, ResidentViews views) {
    this.door = door;
    this.places = places;
    this.views = views;
  }

  /** What a resident reports; {@code stairwell} as it is painted, if a number. */
  record ResidentReport(@NotBlank String placeCode, @Nullable String stairwell, @Nullable String classCode,
      @NotBlank @Size(max = 4000) String text, @Nullable String name, @Nullable String phone, @NotNull Boolean consent,
      @Nullable Boolean confidential) {

    Report report() {
      var number = stairwell == null ? "" : stairwell.replaceAll("[^0-9]", "");
      return new Report(placeCode, number.isEmpty() || number.length() > 3 ? null : Integer.valueOf(number), classCode, text, name, phone,
          consent, confidential != null && confidential);
    }
  }

  /** @param phone the number left with the appeal, or the code of its receipt */
  record StatusAsked(@NotBlank @Size(max = 40) String number, @NotBlank @Size(max = 40) String phone) {}

  record Confirmation(@NotBlank @Size(max = 80) String ticket, @NotNull Boolean satisfied, @Nullable @Size(max = 2000) String words) {}

  @GetMapping("/places/{placeCode}")
  @Public(because = "it hangs at the stairwell: whoever stands there reads what is done there, and it names nobody")
  ResponseEntity<PlaceView> place(@PathVariable String placeCode) {
    if (!seats.tryAcquire()) {
      throw new Refused(Refusal.of("common.too-many"));
    }
    try {
      return ResponseEntity.ok().cacheControl(CacheControl.maxAge(KEPT).cachePublic()).body(places.place(door.place(placeCode)));
    } finally {
      seats.release();
    }
  }

  @PostMapping(path = "/appeals", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Public(because = "a resident reports without an account; the code names the place and the address is limited")
  @ResponseStatus(HttpStatus.CREATED)
  ReceiptView report(@RequestPart("appeal") @Valid ResidentReport appeal,
      @RequestPart(name = "photos", required = false) @Nullable List<MultipartFile> photos, HttpServletRequest request) {
    // Residents are nobody to the ledger of requests: the appeal itself keeps the key, and one without it could be doubled.
    var key = request.getHeader("Idempotency-Key");
    if (key == null) {
      throw new Refused(Refusal.of("common.bad-key"));
    }
    return views.receipt(door.report(key, request.getRemoteAddr(), appeal.report(), bytes(photos)));
  }

  private static List<byte[]> bytes(@Nullable List<MultipartFile> photos) {
    return photos == null ? List.of() : photos.stream().map(photo -> {
      try {
        return photo.getBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }).toList();
  }

  @PostMapping("/status")
  @Public(because = "number and telephone together open one's own appeal; wrong pairs are counted and answered like unknown ones")
  ResponseEntity<CaseView> status(@RequestBody @Valid StatusAsked asked, HttpServletRequest request) {
    return answer(door.look(request.getRemoteAddr(), asked.number(), asked.phone()));
  }

  @PostMapping("/confirmations")
  @Public(because = "the ticket was given to who knew number and telephone, and lapses")
  ResponseEntity<CaseView> confirm(@RequestBody @Valid Confirmation said) {
    return answer(door.confirm(said.ticket(), said.satisfied(), said.words()));
  }

  private ResponseEntity<CaseView> answer(Opened opened) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(views.opened(opened));
  }

  @GetMapping("/photos/{ticket}/{photo}")
  @Public(because = "the ticket opens the photos of one appeal, and lapses")
  ResponseEntity<byte[]> photo(@PathVariable String ticket, @PathVariable UUID photo) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.IMAGE_JPEG)
        .body(views.photo(door.byTicket(ticket), photo));
  }
}
