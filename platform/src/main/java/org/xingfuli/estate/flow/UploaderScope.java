package org.xingfuli.estate.flow;

import java.util.Set;
import org.xingfuli.database.Scope;
import org.xingfuli.estate.model.Import;

/** The eyes of whoever uploaded a workbook: the work on it goes no further than the person could. */
final class UploaderScope {

  private UploaderScope() {}

  static Scope of(Import upload) {
    return new Scope(Scope.Kind.PERSON, upload.uploadedBy(), upload.actor(), upload.areas(), Set.of(), Set.of());
  }
}
