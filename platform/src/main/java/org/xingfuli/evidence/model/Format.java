package org.xingfuli.evidence.model;

import org.xingfuli.evidence.EvidenceKind;

/** The formats that are taken; each is served under this one media type, whatever the upload called it. */
public enum Format {
  JPEG(EvidenceKind.PHOTO, "image/jpeg"),
  PNG(EvidenceKind.PHOTO, "image/png"),
  WEBP(EvidenceKind.PHOTO, "image/webp"),
  PDF(EvidenceKind.DOCUMENT, "application/pdf"),
  XLSX(EvidenceKind.DOCUMENT, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  DOCX(EvidenceKind.DOCUMENT, "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final EvidenceKind kind;
  private final String mediaType;

  Format(EvidenceKind kind, String mediaType) {
    this.kind = kind;
    this.mediaType = mediaType;
  }

  public EvidenceKind kind() {
    return kind;
  }

  public String mediaType() {
    return mediaType;
  }
}
