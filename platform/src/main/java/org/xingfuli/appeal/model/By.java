package org.xingfuli.appeal.model;

import java.util.UUID;

/** Who does something: the person or machine, and the title without a name. */
public record By(UUID id, String title) {}
