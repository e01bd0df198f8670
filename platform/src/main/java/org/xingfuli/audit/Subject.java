package org.xingfuli.audit;

import java.util.UUID;

/** What an act was done to: a kind such as {@code estate} or {@code plan}, and its id. */
public record Subject(String type, UUID id) {}
