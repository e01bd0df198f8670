package org.xingfuli.identity.web;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.ScopeKind;
import org.xingfuli.identity.Words;

/** An appointment on the screen; area or project, whichever the role asks for. */
record AppointmentView(
    UUID id, Role role, Words roleName, ScopeKind scopeKind, @Nullable String area, @Nullable String areaName,
    @Nullable UUID projectId, @Nullable String projectName, LocalDate validFrom, @Nullable LocalDate validTo) {}
