package org.xingfuli.appeal.web;

import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.appeal.flow.ResidentDoor;
import org.xingfuli.identity.PublicAddress;

/** The codes that hang at the stairwells of an estate, for whoever prints them. */
@RestController
class PlaceCodeController {

  private final ResidentDoor door;
  private final PublicAddress address;

  PlaceCodeController(ResidentDoor door, PublicAddress address) {
    this.door = door;
    this.address = address;
  }

  /** A building's code and the address its QR code leads to. */
  record PlaceCodeView(UUID buildingId, String building, String code, String url) {}

  /** Every building with its code; one that has none gets it now, and it stays. */
  @GetMapping(path = "/api/estates/{id}/place-codes", produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Permission.APPEAL_INTAKE)
  ResponseEntity<List<PlaceCodeView>> codes(@PathVariable UUID id) {
    return ResponseEntity.ok(door.codes(id).stream().map(code -> new PlaceCodeView(code.buildingId(), code.building(), code.code(),
        address.base() + "/h5/p/" + code.code())).toList());
  }
}
