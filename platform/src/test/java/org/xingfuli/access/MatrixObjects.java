package org.xingfuli.access;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the access matrix gets the objects that paths name. */
public interface MatrixObjects {

  /** Where an object lies, seen from the roles that are tried. */
  enum Place {
    /** In the community {@link MatrixWorld#COMMUNITY} and the project {@link MatrixWorld#project()}. */
    OWN,
    /** In another community and project of the same street. */
    STREET,
    /** In another street. */
    OTHER,
    /** Nowhere: the id is nobody's. */
    NONE
  }

  /** Whether this makes the objects of the path, such as {@code /api/estates/{id}}. */
  boolean knows(String path);

  /**
   * Values of the path's variables for an object at the place; for NONE some that do not exist.
   *
   * @param endpoint method and path, {@code PATCH /api/estates/{id}}
   * @param changing the request may change or remove the object, so it must not be one that others need
   */
  Map<String, String> at(String endpoint, Place place, boolean changing);

  /** A body that is well formed, so that not the body but the object decides; null where none is sent. */
  default @Nullable Object body(String endpoint) {
    return endpoint.startsWith("GET") || endpoint.startsWith("DELETE") ? null : Map.of();
  }
}
