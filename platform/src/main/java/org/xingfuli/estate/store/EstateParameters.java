package org.xingfuli.estate.store;

import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.xingfuli.estate.Estate;

/** Hands an estate's values to a statement. */
final class EstateParameters {

  private EstateParameters() {}

  static StatementSpec of(Estate estate, StatementSpec statement) {
    var quantities = estate.quantities();
    return statement
        .param("id", estate.id())
        .param("version", estate.version())
        .param("code", estate.code())
        .param("name", estate.name())
        .param("street", estate.street())
        .param("community", estate.community())
        .param("address", estate.address())
        .param("builtFrom", estate.builtFrom())
        .param("builtTo", estate.builtTo())
        .param("floorArea", estate.floorArea())
        .param("sizeClass", estate.sizeClass().name())
        .param("sizeClassChosen", estate.sizeClassChosen())
        .param("roofStructures", quantities.roofStructures())
        .param("groundStructures", quantities.groundStructures())
        .param("roofArea", quantities.roofArea())
        .param("facadeArea", quantities.facadeArea())
        .param("drainLength", quantities.drainLength())
        .param("roadArea", quantities.roadArea())
        .param("parkingSpaces", quantities.parkingSpaces())
        .param("chargingPoints", quantities.chargingPoints())
        .param("greenArea", quantities.greenArea());
  }
}
