package org.xingfuli.utilities.model;

import java.util.UUID;

/** Who does something: the person, and the title without the name. */
public record By(UUID id, String title) {}
