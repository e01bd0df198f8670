package org.xingfuli.appeal.flow;

import java.util.UUID;

/**
 * What a sender is told once its appeal is stored.
 *
 * @param again whether it was there already, under the same request or the channel's same number
 */
public record Received(UUID id, String number, boolean again) {}
