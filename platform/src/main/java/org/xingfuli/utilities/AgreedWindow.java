package org.xingfuli.utilities;

import java.time.LocalDate;
import java.util.UUID;

/** A window a service has agreed to with all others; both days included. */
public record AgreedWindow(
    UUID requestId, String number, UUID estateId, RequestKind kind, Service service, LocalDate from, LocalDate to) {}
