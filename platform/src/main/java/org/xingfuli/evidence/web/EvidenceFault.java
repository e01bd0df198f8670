package org.xingfuli.evidence.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.evidence.EvidenceKind;
import org.xingfuli.evidence.model.Finding;

/**
 * An item that is not what came in.
 *
 * @param number its place in the list
 * @param hash SHA-256 of what came in, which is also the file's name in the store; absent where nobody knows it any more
 * @param uploader title of whoever sent it
 */
record EvidenceFault(
    int number, UUID id, List<Finding> findings, long link, @Nullable Instant recordedAt, String estateName,
    @Nullable EvidenceKind kind, @Nullable String fileName, @Nullable String hash, @Nullable String uploader,
    @Nullable Instant receivedAt, boolean withdrawn) {}
