package org.xingfuli.programme.model;

import java.util.UUID;

/** An activity and the share of replications in which it is in the way of a node of the year. */
public record RiskActivity(UUID nodeId, UUID activityId, UUID projectId, String area, double share) {}
